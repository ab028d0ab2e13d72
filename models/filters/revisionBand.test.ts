import { describe, expect, it } from "vitest";
import { hodrickPrescott } from "./hodrickPrescott.ts";
import { oneSidedHodrickPrescott } from "./oneSidedHodrickPrescott.ts";
import { revisionBand } from "./revisionBand.ts";
import { walk } from "./testFigures.ts";

describe("the revision band", () => {
  const y = walk(240, 17);
  it("of a one-sided filter is nothing: it never changes its mind", () => {
    const found = revisionBand(y, (s) => oneSidedHodrickPrescott(s, 1600).cycle, { first: 60 });
    expect(found.every((r) => r.meanAbsolute === 0 && r.sameSign === 1)).toBe(true);
  });
  it("of the two-sided filter narrows with the distance from the end and says what it rests on", () => {
    const found = revisionBand(y, (s) => hodrickPrescott(s, 1600).cycle, {
      first: 60,
      distances: 12,
      settled: 24,
    });
    expect(found).toHaveLength(13);
    expect(found[0]!.n).toBe(240 - 24 - 59);
    expect(found[12]!.meanAbsolute).toBeLessThan(0.4 * found[0]!.meanAbsolute);
    for (const r of found) expect([...r.quantiles]).toEqual([...r.quantiles].sort((a, b) => a - b));
  });
  it("refuses a history too short to have settled", () => {
    expect(() => revisionBand(y, (s) => s, { first: 230 })).toThrow(/needs 242 figures; found 240/);
  });
});
