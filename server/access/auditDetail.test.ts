import { describe, expect, it } from "vitest";
import { auditDetail, auditObject } from "./auditDetail.ts";

describe("what the audit keeps", () => {
  it("never a password or token, at any depth", () => {
    const detail = auditDetail({
      current: "old secret",
      next: "new secret",
      nested: { passwordHash: "x", sessionToken: "y" },
      name: "leader",
    });
    expect(JSON.parse(detail)).toEqual({
      current: "•••",
      next: "•••",
      nested: { passwordHash: "•••", sessionToken: "•••" },
      name: "leader",
    });
  });

  it("long texts are cut, and a flood of fields too", () => {
    expect(auditDetail({ text: "长".repeat(5000) }).length).toBeLessThan(600);
    expect(auditDetail(Array.from({ length: 10_000 }, (_, i) => i)).length).toBeLessThanOrEqual(2001);
    expect(auditDetail(undefined)).toBe("{}");
  });

  it.each([
    ["alerts.comment", { id: 12, text: "石油" }, "alerts 12"],
    ["models.run", { indicator: "cpi.yoy" }, "models cpi.yoy"],
    ["auth.signOut", undefined, "auth"],
  ])("%s acts on a named thing", (path, input, object) => {
    expect(auditObject(path, input)).toBe(object);
  });
});
