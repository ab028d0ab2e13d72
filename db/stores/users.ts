import { and, asc, count, eq, gt, lte, ne, type SQL, sql } from "drizzle-orm";
import { AppError } from "../../models/errors.ts";
import { isDuplicate } from "../ledger/isViolation.ts";
import type { LedgerDb } from "../ledger/ledger.ts";
import { sessions, users } from "../ledger/schema.ts";
import { storable } from "../ledger/storable.ts";
import type { User, UserStore } from "./contract.ts";

const publicColumns = {
  id: users.id,
  name: users.name,
  displayName: users.displayName,
  role: users.role,
  grades: users.grades,
};

/** People and their sessions. Names are kept in small letters: `Leader` and `leader` are one person. */
export function userStore(db: LedgerDb): UserStore {
  return {
    async count() {
      const rows = await db.select({ n: count() }).from(users);
      return rows[0]!.n;
    },

    async create(user) {
      const name = user.name.toLowerCase();
      try {
        const rows = await db
          .insert(users)
          .values({ ...user, name, grades: [...user.grades] })
          .returning(publicColumns);
        return rows[0]!;
      } catch (error) {
        if (!isDuplicate(error, "users_name")) throw error;
        throw new AppError("conflict", `the name “${name}” is taken`, { cause: error });
      }
    },

    createFirst: (first) =>
      db.transaction(async (tx) => {
        await tx.execute(sql`lock table ${users} in exclusive mode`);
        const there = await tx.select({ n: count() }).from(users);
        if (there[0]!.n > 0) return [];
        const rows = first.map((user) => ({
          ...user,
          name: user.name.toLowerCase(),
          grades: [...user.grades],
        }));
        return tx.insert(users).values(rows).returning(publicColumns);
      }),

    async byName(name) {
      const rows = await db
        .select({
          ...publicColumns,
          passwordHash: users.passwordHash,
          mustChangePassword: users.mustChangePassword,
          disabled: users.disabled,
        })
        .from(users)
        .where(eq(users.name, storable(name).toLowerCase()));
      return rows[0] ?? null;
    },

    /** The new password is the person's own choice, so nothing is left to change; every other session ends. */
    setPassword: (id, passwordHash, keepSession) =>
      db.transaction(async (tx) => {
        const changed = await tx
          .update(users)
          .set({ passwordHash, mustChangePassword: false })
          .where(eq(users.id, id))
          .returning({ id: users.id });
        if (changed.length === 0) throw new AppError("not-found", `there is no user ${id}`);
        const others: SQL[] = [eq(sessions.user, id)];
        if (keepSession !== undefined) others.push(ne(sessions.tokenHash, keepSession));
        await tx.delete(sessions).where(and(...others));
      }),

    list: (): Promise<User[]> => db.select(publicColumns).from(users).orderBy(asc(users.id)),

    async openSession(user, tokenHash, expiresAt) {
      await db.insert(sessions).values({ user, tokenHash, expiresAt });
    },

    async session(tokenHash, now) {
      const rows = await db
        .select({
          ...publicColumns,
          mustChangePassword: users.mustChangePassword,
          expiresAt: sessions.expiresAt,
        })
        .from(sessions)
        .innerJoin(users, eq(users.id, sessions.user))
        .where(
          and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, now), eq(users.disabled, false)),
        );
      return rows[0] ?? null;
    },

    async extendSession(tokenHash, expiresAt) {
      await db.update(sessions).set({ expiresAt }).where(eq(sessions.tokenHash, tokenHash));
    },

    async closeSession(tokenHash) {
      await db.delete(sessions).where(eq(sessions.tokenHash, tokenHash));
    },

    async removeExpiredSessions(now) {
      const gone = await db
        .delete(sessions)
        .where(lte(sessions.expiresAt, now))
        .returning({ tokenHash: sessions.tokenHash });
      return gone.length;
    },
  };
}
