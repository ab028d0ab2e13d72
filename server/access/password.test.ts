import { describe, expect, it } from "vitest";
import { hashPassword, passwordProblem, verifyPassword } from "./password.ts";

describe("passwords", () => {
  it("are kept as argon2id, salted: twice the same password, two hashes", async () => {
    const [a, b] = await Promise.all([hashPassword("观澜 is a name"), hashPassword("观澜 is a name")]);
    expect(a).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(a).not.toBe(b);
    expect(await verifyPassword(a, "观澜 is a name")).toBe(true);
    expect(await verifyPassword(a, "观澜 is a Name")).toBe(false);
  });

  it("an unknown name is refused after the same work as a known one", async () => {
    const known = await hashPassword("right");
    /** Processor time of all threads of the process: what else the machine does, and waiting for it, is no part of it. */
    const took = async (hash: string | null): Promise<number> => {
      const began = process.cpuUsage();
      for (let i = 0; i < 7; i += 1) expect(await verifyPassword(hash, "wrong")).toBe(false);
      const { user, system } = process.cpuUsage(began);
      return user + system;
    };
    await took(null);
    const [withName, without] = [await took(known), await took(null)];
    // Hashing costs milliseconds; skipping it would make this ratio a hundred or more.
    expect(withName / without).toBeGreaterThan(0.2);
    expect(withName / without).toBeLessThan(5);
  });

  it("the decoy's own password opens nothing", async () => {
    expect(await verifyPassword(null, "a decoy that no account has")).toBe(false);
  });

  it.each([
    ["short", /at least 10/],
    ["x".repeat(201), /at most 200/],
    ["the old password", /is the old one/],
    ["i am the LEADER", /user name/],
    ["aaaaaaaabbbb", /4 different/],
  ])("%s will not do", (next, why) => {
    expect(passwordProblem(next, "the old password", "leader")?.en).toMatch(why);
  });

  it("a long phrase will, in any script", () => {
    expect(passwordProblem("春江潮水连海平海上明月", "old", "leader")).toBeNull();
  });
});
