import type { FastifyReply, FastifyRequest } from "fastify";

/**
 * Writes are taken from our own pages and from programs, never from another site's page in a user's browser.
 * Browsers name the page's origin on every write; together with the SameSite cookie that closes cross-site forgery.
 */
export async function refuseForeignWrites(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return;
  const origin = request.headers.origin;
  if (origin === undefined) return;
  if (URL.canParse(origin) && new URL(origin).host === request.host) return;
  await reply
    .code(403)
    .send({ error: { code: "forbidden", message: "writes are taken from this site's own pages only" } });
}
