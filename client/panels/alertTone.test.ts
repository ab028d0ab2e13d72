import { describe, expect, it } from "vitest";
import { alertLight } from "./alertTone.ts";

describe("the light of an alert", () => {
  it("is cool or cold on the cold side, warm or overheating on the hot side", () => {
    expect(alertLight({ direction: "cold", severity: "watch" })).toBe(2);
    expect(alertLight({ direction: "cold", severity: "critical" })).toBe(1);
    expect(alertLight({ direction: "hot", severity: "warning" })).toBe(4);
    expect(alertLight({ direction: "hot", severity: "critical" })).toBe(5);
  });
  it("is absent where the data are at fault, not the economy", () => {
    expect(alertLight({ direction: "none", severity: "critical" })).toBeNull();
  });
});
