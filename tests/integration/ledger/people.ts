import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { LedgerDb } from "../../../db/ledger/ledger.ts";
import { auditStore } from "../../../db/stores/audit.ts";
import { userStore } from "../../../db/stores/users.ts";
import { AT, codeOf, LATER, refusal } from "./support.ts";

/** Accounts, sessions and the audit. Runs on the ledger that `db` hands out when a test begins. */
export function peopleSuite(db: () => LedgerDb): void {
  describe("people", () => {
    const person = {
      name: "Leader",
      displayName: "领导",
      role: "leader" as const,
      grades: ["public", "internal"] as const,
      passwordHash: "$argon2id$",
      mustChangePassword: true,
    };

    it("the first accounts go into an empty table only", async () => {
      const store = userStore(db());
      expect(await store.createFirst([person])).toMatchObject([
        { name: "leader", grades: ["public", "internal"] },
      ]);
      expect(await store.createFirst([{ ...person, name: "intruder" }])).toEqual([]);
      expect(await store.count()).toBe(1);
    });

    it("a name is one person whatever its capitals, and hostile names are only names", async () => {
      const store = userStore(db());
      expect((await store.byName("LEADER"))?.displayName).toBe("领导");
      expect(await codeOf(store.create({ ...person, name: "leadeR" }))).toBe("conflict");
      expect(await store.byName("x' or '1'='1\u0000")).toBeNull();
      expect(JSON.stringify(await store.list())).not.toContain("argon2");
    });

    it("a session lasts until it ends, slides when extended, and all others end with the password", async () => {
      const store = userStore(db());
      const { id } = (await store.byName("leader"))!;
      await store.openSession(id, "a", LATER);
      await store.openSession(id, "b", LATER);
      expect(await store.session("a", AT)).toMatchObject({
        name: "leader",
        mustChangePassword: true,
        expiresAt: LATER,
      });
      expect(await store.session("a", LATER)).toBeNull();
      await store.extendSession("a", "2025-04-10T02:00:00.000Z");
      expect(await store.session("a", LATER)).not.toBeNull();
      await store.setPassword(id, "new", "a");
      expect(await store.session("b", AT)).toBeNull();
      expect(await store.session("a", AT)).toMatchObject({ mustChangePassword: false });
      expect(await store.removeExpiredSessions("2025-04-11T00:00:00.000Z")).toBe(1);
      await store.openSession(id, "c", LATER);
      await db().execute(sql`update users set disabled = true where id = ${id}`);
      expect(await store.session("c", AT)).toBeNull();
      await db().execute(sql`update users set disabled = false where id = ${id}`);
      expect(await store.session("c", AT)).not.toBeNull();
      await store.closeSession("c");
      expect(await store.session("c", AT)).toBeNull();
    });
  });

  it("the audit grows and is never rewritten", async () => {
    const store = auditStore(db());
    await store.write({
      at: AT,
      actor: "leader",
      action: "alerts.comment",
      object: "alerts 1",
      detail: "{}",
    });
    await store.write({
      at: LATER,
      actor: "admin",
      action: "models.run",
      object: "models ets",
      detail: "{}",
    });
    expect((await store.list({ limit: 5 })).map((e) => e.actor)).toEqual(["admin", "leader"]);
    expect(await store.list({ object: "alerts 1", limit: 5 })).toMatchObject([{ actor: "leader", at: AT }]);
    expect(await refusal(db().execute(sql`update audit set actor = 'nobody'`))).toContain(
      "audit only grows: update",
    );
    expect(await refusal(db().execute(sql`truncate audit`))).toContain("audit only grows: truncate");
  });
}
