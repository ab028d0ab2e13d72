import type { UserStore } from "./contract.ts";

type Found = NonNullable<Awaited<ReturnType<UserStore["session"]>>>;

const MANY = 10_000;

/**
 * Every request asks whose session it is: an answer is remembered for `forMs`, so that a busy page costs the ledger
 * nothing. What ends or extends sessions through this store takes effect at once; a change made in the ledger by
 * hand, after `forMs` at the latest. One process works on a ledger, so no other can end a session unseen.
 */
export function rememberSessions(users: UserStore, forMs: number): UserStore {
  const held = new Map<string, { found: Found; until: number }>();

  return {
    ...users,
    async session(tokenHash, now) {
      const at = Date.parse(now);
      const known = held.get(tokenHash);
      if (known && at < known.until && now < known.found.expiresAt) return known.found;
      held.delete(tokenHash);
      const found = await users.session(tokenHash, now);
      if (found) {
        if (held.size >= MANY) held.clear();
        held.set(tokenHash, { found, until: at + forMs });
      }
      return found;
    },
    async extendSession(tokenHash, expiresAt) {
      held.delete(tokenHash);
      await users.extendSession(tokenHash, expiresAt);
    },
    async closeSession(tokenHash) {
      await users.closeSession(tokenHash);
      held.delete(tokenHash);
    },
    async setPassword(id, passwordHash, keepSession) {
      await users.setPassword(id, passwordHash, keepSession);
      held.clear();
    },
  };
}
