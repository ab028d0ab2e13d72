import { createHash, randomBytes } from "node:crypto";

/** A session's token: 32 random bytes. Only its SHA-256 is ever kept. */
export interface Token {
  token: string;
  hash: string;
}

export function newToken(): Token {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: hashToken(token) };
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
