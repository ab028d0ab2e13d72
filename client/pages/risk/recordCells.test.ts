import { describe, expect, it } from "vitest";
import { recordCells } from "./recordCells.ts";

const record = {
  auroc: 0.7535,
  aurocLower: 0.6,
  aurocUpper: 0.9123,
  caught: 6,
  onsets: 10,
  lead: 6.8333,
  falseAlarmsPerYear: 0.111,
  permutationP: 0.105,
};

describe("the cells of a record", () => {
  it("say each measure with its own decimals", () => {
    expect(recordCells(record)).toEqual({
      auroc: "0.75",
      interval: "0.60–0.91",
      caught: "6 / 10",
      lead: "6.8",
      falseAlarms: "0.1",
      chance: "11%",
    });
  });
  it("dash what could not be judged, and never show a share of no event", () => {
    const none = {
      auroc: null,
      caught: 0,
      onsets: 0,
      lead: null,
      falseAlarmsPerYear: null,
      permutationP: null,
    };
    expect(Object.values(recordCells(none))).toEqual(["—", "", "—", "—", "—", "—"]);
  });
});
