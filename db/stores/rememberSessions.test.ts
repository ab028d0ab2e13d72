import { describe, expect, it } from "vitest";
import type { UserStore } from "./contract.ts";
import { rememberSessions } from "./rememberSessions.ts";

const FOUND = {
  id: 1,
  name: "leader",
  displayName: "领导",
  role: "leader" as const,
  grades: ["public" as const],
  mustChangePassword: false,
};
const at = (seconds: number): string => new Date(Date.UTC(2025, 3, 10) + seconds * 1000).toISOString();

/** A store with one session until `expires` that counts how often it is asked. */
function counted(expires: number) {
  const state = { asked: 0, expiresAt: at(expires), open: true };
  const users = {
    session: async (_hash: string, now: string) => {
      state.asked += 1;
      return state.open && now < state.expiresAt ? { ...FOUND, expiresAt: state.expiresAt } : null;
    },
    extendSession: async (_hash: string, expiresAt: string) => {
      state.expiresAt = expiresAt;
    },
    closeSession: async () => {
      state.open = false;
    },
    setPassword: async () => {
      state.open = false;
    },
  } as unknown as UserStore;
  return { state, users: rememberSessions(users, 10_000) };
}

describe("sessions remembered", () => {
  it("two hundred requests ask the ledger once; ten seconds later it is asked again", async () => {
    const { state, users } = counted(3600);
    for (let i = 0; i < 200; i += 1)
      expect(await users.session("a", at(0))).toMatchObject({ name: "leader" });
    expect(state.asked).toBe(1);
    await users.session("a", at(10));
    expect(state.asked).toBe(2);
  });

  it("are not believed past their end", async () => {
    const { users } = counted(5);
    expect(await users.session("a", at(4))).not.toBeNull();
    expect(await users.session("a", at(5))).toBeNull();
  });

  it("end at once with signing out and with a new password", async () => {
    for (const end of ["closeSession", "setPassword"] as const) {
      const { users } = counted(3600);
      await users.session("a", at(0));
      await (end === "closeSession" ? users.closeSession("a") : users.setPassword(1, "hash"));
      expect(await users.session("a", at(1))).toBeNull();
    }
  });

  it("show their new end once extended", async () => {
    const { users } = counted(3600);
    await users.session("a", at(0));
    await users.extendSession("a", at(7200));
    expect((await users.session("a", at(1)))?.expiresAt).toBe(at(7200));
  });

  it("nobody's token is asked about every time: a refusal is not remembered", async () => {
    const { state, users } = counted(0);
    await users.session("a", at(0));
    await users.session("a", at(0));
    expect(state.asked).toBe(2);
  });
});
