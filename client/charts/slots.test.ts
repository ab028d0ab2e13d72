import { describe, expect, it } from "vitest";
import { BEFORE, coveredSlots, drawnSpark, drawnValues, standingSlots } from "./slots.ts";

describe("combined figures and gaps on the axis", () => {
  const periods = ["2024-12", "2025-01", "2025-01/P2M", "2025-03", "2025-04"];

  it("a combined January–February covers both months", () => {
    const covered = coveredSlots(periods, [6.2, null, 5.9, 7.7, 6.1]);
    expect(covered).toEqual([{ from: 1, to: 2 }]);
    expect(drawnValues([6.2, null, 5.9, 7.7, 6.1], covered)).toEqual([6.2, 5.9, 5.9, 7.7, 6.1]);
  });

  it("a month that nobody published stays a gap", () => {
    const values = [6.2, 6.3, 5.9, null, 6.1];
    expect(
      drawnValues(values, coveredSlots(["2024-12", "2025-01", "2025-02", "2025-03", "2025-04"], values)),
    ).toEqual(values);
  });

  it("a running total covers no month of the year before", () => {
    const values = [null, null, 4.1];
    expect(coveredSlots(["2024-01/P12M", "2025-01/P1M", "2025-01/P2M"], values)).toEqual([
      { from: 1, to: 2 },
    ]);
  });

  it("a rate stands until it is changed; over a real gap it does not", () => {
    const standing = standingSlots(
      [null, 3.1, null, null, 3, null, null],
      [
        "no-announcement",
        null,
        "no-announcement",
        "non-business-day",
        null,
        "not-published",
        "no-announcement",
      ],
    );
    expect([...standing]).toEqual([
      [2, 1],
      [3, 1],
    ]);
  });

  it("a rate set before the range shown stands until its first change in it", () => {
    expect([...standingSlots([null, 3], ["no-announcement", null], true)]).toEqual([[0, BEFORE]]);
  });
});

describe("a short line beside a figure", () => {
  it("is not broken each January by a combined January–February, and stays broken at a real gap", () => {
    const periods = ["2024-12", "2025-01", "2025-01/P2M", "2025-03", "2025-04", "2025-05"];
    expect(drawnSpark({ periods, values: [5.4, null, 5.9, 7.7, null, 6.1] })).toEqual([
      5.4,
      5.9,
      5.9,
      7.7,
      null,
      6.1,
    ]);
  });
});
