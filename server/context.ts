import type { FastifyReply, FastifyRequest } from "fastify";
import type { Base, User } from "../db/stores/contract.ts";
import { clearCookie, issueCookie, type Session, sessionOf } from "./access/session.ts";
import { newToken, type Token } from "./access/token.ts";
import type { Services } from "./services.ts";

/** What every procedure is handed. */
export interface Context {
  services: Services;
  base: Base;
  user: User | null;
  session: Session | null;
  /** Where the request came from, for the sign-in limit. */
  address: string;
  /** The token whose cookie this answer carries, when the request signs in. */
  newToken: Token | null;
}

export async function createContext({
  services,
  req,
  res,
}: {
  services: Services;
  req: FastifyRequest;
  res: FastifyReply;
}): Promise<Context> {
  const session = await sessionOf(services.base.users, req, res, services.now());
  const calls = req.method === "POST" ? callsOf(req.url) : [];
  const token = calls.includes("auth.signIn") ? newToken() : null;
  if (token) issueCookie(req, res, token);
  else if (calls.includes("auth.signOut")) clearCookie(req, res);
  return {
    services,
    base: services.base,
    user: session?.user ?? null,
    session,
    address: req.ip,
    newToken: token,
  };
}

/** The user behind a plain route's request, or null. */
export async function userOf(
  services: Services,
  req: FastifyRequest,
  res: FastifyReply,
): Promise<User | null> {
  const session = await sessionOf(services.base.users, req, res, services.now());
  return session?.user ?? null;
}

/** The procedures that a tRPC address names: `/api/trpc/auth.signIn,auth.me?batch=1`. */
function callsOf(url: string): string[] {
  const path = url.split("?")[0]?.split("/").at(-1) ?? "";
  return decodeURIComponent(path).split(",");
}
