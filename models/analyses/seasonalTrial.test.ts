import { describe, expect, it } from "vitest";
import { readingsOf } from "../readings/readings.ts";
import { shippedReadings } from "../readings/testReadings.ts";
import { seasonalPolicyOf } from "../seasonal/china/policies.ts";
import { seasonalTrial } from "./seasonalTrial.ts";

const readings = readingsOf(shippedReadings("trade", ["exports.usd"]), "2025-07-15");
const policy = seasonalPolicyOf("exports.usd")!;

describe("other settings beside the policy's", () => {
  it("the same settings differ nowhere", () => {
    const same = seasonalTrial(readings, policy, {});
    expect([same.largest.value, same.rootMeanSquare]).toEqual([0, 0]);
    expect(same.other).toEqual(same.base);
  });

  it("without the festival the first months differ most, by the ratio of the two adjusted series", () => {
    const { base, other, largest, difference, ratio } = seasonalTrial(readings, policy, { festival: null });
    expect(ratio).toBe(true);
    expect(largest.period).toMatch(/-0[123]$/);
    const at = base.periods.indexOf(largest.period);
    expect(100 * (other.adjusted[at]! / base.adjusted[at]! - 1)).toBeCloseTo(largest.value, 9);
    expect(Math.max(...difference.map((v) => Math.abs(v!)))).toBe(Math.abs(largest.value));
  });

  it("without logs the parts add, and the difference is in the unit of the series", () => {
    const { other, ratio } = seasonalTrial(readings, policy, { log: false });
    expect([other.mult, ratio]).toEqual([false, false]);
    other.original.forEach((v, t) => {
      const parts = other.seasonal[t]! + other.festival[t]! + other.calendar[t]! + other.adjusted[t]!;
      expect(parts / v!).toBeCloseTo(1, 6);
    });
  });

  it("SEATS answers with the readings that can be asked of it, as plain data", () => {
    const trial = seasonalTrial(readings, policy, { method: "seats" });
    expect(trial.other.quality.map((q) => q.measure)).toContain("qs");
    expect(trial.other.quality.map((q) => q.measure)).not.toContain("m7");
    expect(JSON.parse(JSON.stringify(trial))).toEqual(trial);
  });
});
