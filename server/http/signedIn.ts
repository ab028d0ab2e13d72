import type { FastifyReply, FastifyRequest } from "fastify";
import type { User } from "../../db/stores/contract.ts";
import { AppError } from "../../models/errors.ts";
import { allowed } from "../access/permissions.ts";
import { userOf } from "../context.ts";
import { httpStatusOf } from "../errors.ts";
import type { Host } from "./host.ts";

/**
 * The user behind a plain route, checked against the same permission table as the procedures.
 * Answers 401 or 403 itself and returns null then.
 */
export async function userFor(
  host: Host,
  route: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<User | null> {
  const user = await userOf(host.services!, request, reply);
  if (!user) {
    await reply.code(401).send({ error: { code: "not-signed-in", message: "sign in first 请先登录" } });
    return null;
  }
  if (!allowed(route, user.role)) {
    await reply
      .code(403)
      .send({ error: { code: "forbidden", message: `${user.role} may not use ${route}` } });
    return null;
  }
  return user;
}

/** Answers an error in the words of the product; what is not an AppError is logged and not shown. */
export async function answerError(host: Host, error: unknown, reply: FastifyReply): Promise<void> {
  if (error instanceof AppError) {
    await reply.code(httpStatusOf(error.code)).send({ error: { code: error.code, message: error.message } });
    return;
  }
  host.log.error({ err: error }, "route failed");
  await reply.code(500).send({
    error: { code: "internal", message: "the server met an error it did not expect; it is in its log" },
  });
}
