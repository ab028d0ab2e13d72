import "@fastify/cookie";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { User, UserStore } from "../../db/stores/contract.ts";
import { hashToken, type Token } from "./token.ts";

export const COOKIE = "guanlan_session";
const HOUR_MS = 3_600_000;
export const SESSION_MS = 12 * HOUR_MS;
/** A session in use is extended once it has lost this much: not at every request. */
const SLIDE_AFTER_MS = HOUR_MS / 4;

export interface Session {
  user: User;
  mustChangePassword: boolean;
  tokenHash: string;
}

export function expiryFrom(now: Date): string {
  return new Date(now.getTime() + SESSION_MS).toISOString();
}

/** Who a request's cookie belongs to, or null. A session in use slides: twelve hours from the last visit. */
export async function sessionOf(
  users: UserStore,
  request: FastifyRequest,
  reply: FastifyReply,
  now: Date,
): Promise<Session | null> {
  const token = request.cookies[COOKIE];
  if (!token) return null;
  const tokenHash = hashToken(token);
  const found = await users.session(tokenHash, now.toISOString());
  if (!found) return null;
  const { mustChangePassword, expiresAt, ...user } = found;
  if (new Date(expiresAt).getTime() - now.getTime() < SESSION_MS - SLIDE_AFTER_MS) {
    await users.extendSession(tokenHash, expiryFrom(now));
    setCookie(request, reply, token);
  }
  return { user, mustChangePassword, tokenHash };
}

/**
 * Hands out the cookie of a session that is about to begin. Answers may stream, and headers leave before the first
 * of them is ready: so the cookie goes first, and is worth nothing until the token's hash is written to the ledger.
 */
export function issueCookie(request: FastifyRequest, reply: FastifyReply, { token }: Token): void {
  setCookie(request, reply, token);
}

export function clearCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(COOKIE, {
    path: "/",
    httpOnly: true,
    sameSite: "strict",
    secure: request.protocol === "https",
  });
}

/** Secure wherever the browser came over TLS, also when a trusted proxy ended it. */
function setCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(COOKIE, token, {
    path: "/",
    httpOnly: true,
    sameSite: "strict",
    secure: request.protocol === "https",
    maxAge: SESSION_MS / 1000,
  });
}
