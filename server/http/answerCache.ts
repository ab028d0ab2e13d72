import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { allowed } from "../access/permissions.ts";
import { userOf } from "../context.ts";
import { gradesKey } from "../views/passport.ts";
import type { Host } from "./host.ts";

/**
 * Procedures whose answer depends on nothing but the address, the edition of the data, and the role and grades of
 * whoever asks. Two hundred people who open one page cost one computation and one compression.
 */
const SHARED = new Set([
  "cockpit.summary",
  "series.view",
  "series.vintages",
  "series.compare",
  "series.sparks",
]);
/** Answers kept; the oldest goes first. A compressed cockpit is some 20 KB. */
const LIMIT = 500;
/** Worth its milliseconds, since it is done once. */
const BROTLI_QUALITY = 6;

type Encoding = "br" | "gzip" | "identity";

interface Answer {
  bytes: Readonly<Record<Encoding, Buffer>>;
  etag: string;
}

const ANSWER_KEY = Symbol("answer key");
type Keyed = FastifyRequest & { [ANSWER_KEY]?: string };

const brotli = promisify(brotliCompress);
const gunzipable = promisify(gzip);

/** Answers shared procedures from memory while the edition stands, with an ETag, so that an unchanged page is a 304. */
export function registerAnswerCache(app: FastifyInstance, host: Host): void {
  const held = new Map<string, Answer>();
  let edition = "";

  app.addHook("preHandler", async (request, reply) => {
    const s = host.services;
    const path = s && request.method === "GET" ? procedureOf(request.url) : null;
    if (!s || path === null || !SHARED.has(path)) return;
    const user = await userOf(s, request, reply);
    if (!user || !allowed(path, user.role)) return;
    if (s.edition.key !== edition) {
      held.clear();
      edition = s.edition.key;
    }
    const key = `${edition} ${user.role} ${gradesKey(user)} ${request.url}`;
    const answer = held.get(key);
    if (answer) return send(request, reply, answer);
    (request as Keyed)[ANSWER_KEY] = key;
  });

  app.addHook("onSend", async (request, reply, payload) => {
    const key = (request as Keyed)[ANSWER_KEY];
    if (key === undefined || statusOf(reply, payload) !== 200) return payload;
    const text = await textOf(payload);
    const answer = await answerOf(text);
    if (key.startsWith(`${edition} `)) {
      held.set(key, answer);
      if (held.size > LIMIT) held.delete(held.keys().next().value!);
    }
    const encoding = encodingFor(request);
    mark(reply, answer, encoding);
    return answer.bytes[encoding];
  });
}

/** The protocol hands on a whole Response, whose status the reply takes only after this hook: a failure is never kept. */
function statusOf(reply: FastifyReply, payload: unknown): number {
  return payload instanceof Response ? payload.status : reply.statusCode;
}

function procedureOf(url: string): string | null {
  return /^\/api\/trpc\/([\w.]+)\?/.exec(url)?.[1] ?? null;
}

async function textOf(payload: unknown): Promise<string> {
  if (typeof payload === "string") return payload;
  if (payload instanceof Response) return payload.text();
  return new Response(payload as ReadableStream).text();
}

async function answerOf(text: string): Promise<Answer> {
  const identity = Buffer.from(text);
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } };
  const [br, gz] = await Promise.all([brotli(identity, options), gunzipable(identity)]);
  const etag = `"${createHash("sha256").update(identity).digest("base64url").slice(0, 22)}"`;
  return { bytes: { br, gzip: gz, identity }, etag };
}

function encodingFor(request: FastifyRequest): Encoding {
  const accepted = String(request.headers["accept-encoding"] ?? "");
  if (/\bbr\b/.test(accepted)) return "br";
  return /\bgzip\b/.test(accepted) ? "gzip" : "identity";
}

function mark(reply: FastifyReply, answer: Answer, encoding: Encoding): void {
  reply.headers({
    "content-type": "application/json",
    // Anyone's own browser may keep it, and asks each time whether it still stands; proxies may not.
    "cache-control": "private, no-cache",
    etag: answer.etag,
    vary: "cookie, accept-encoding",
    "content-length": answer.bytes[encoding].length,
  });
  if (encoding !== "identity") reply.header("content-encoding", encoding);
}

function send(request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  const encoding = encodingFor(request);
  mark(reply, answer, encoding);
  if (request.headers["if-none-match"] === answer.etag) {
    return reply.removeHeader("content-length").removeHeader("content-encoding").code(304).send();
  }
  return reply.send(answer.bytes[encoding]);
}
