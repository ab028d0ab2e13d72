import { expect, it } from "vitest";
import type { StageSummary } from "../../../models/nowcast/china/recordSummary.ts";
import { stageNow } from "./stageNow.ts";

const summary = (["all", "2010-2019"] as const).flatMap((sample) =>
  [84, 28, 7].map((daysBefore) => ({ sample, daysBefore }) as StageSummary),
);

it.each([
  ["2025-07-15", 7],
  ["2025-06-20", 28],
  ["2025-06-17", 28],
  ["2025-06-16", 84],
  ["2025-07-10", 7],
  ["2025-03-01", 84],
  ["2025-07-16", 7],
])("on %s, of a figure due on 15 July, the record of a day at least as far from it is read", (asOf, days) => {
  const due = "2025-07-15";

  expect(stageNow(summary, asOf, due)).toMatchObject({ sample: "all", daysBefore: days });
});

it("is the farthest where no rule says when, and none without a record", () => {
  expect(stageNow(summary, "2025-06-01", null)).toMatchObject({ daysBefore: 84 });
  expect(stageNow([], "2025-06-01", "2025-07-15")).toBeNull();
});
