import { describe, expect, it } from "vitest";
import { evidenceDecimals } from "./evidenceDecimals.ts";

const percent = (value: number | null, threshold: number | null) => ({ value, threshold, unit: "percent" });

describe("evidenceDecimals", () => {
  it("leaves published figures as they are", () => {
    expect(evidenceDecimals(3, percent(3, 2.8))).toBe(0);
    expect(evidenceDecimals(2.8, percent(3, 2.8))).toBe(1);
    expect(evidenceDecimals(2.25, percent(3, 2.25))).toBe(2);
  });

  it("writes a computed probability with one decimal, a share without a unit with two", () => {
    expect(evidenceDecimals(63.3712, percent(63.3712, 42.1177))).toBe(1);
    expect(evidenceDecimals(0.83712, { value: 0.83712, threshold: 0.5, unit: "" })).toBe(2);
  });

  it("keeps apart what one decimal would make look alike", () => {
    const close = percent(42.1377, 42.1177);
    expect(evidenceDecimals(42.1377, close)).toBe(2);
    expect(evidenceDecimals(42.1177, close)).toBe(2);
  });
});
