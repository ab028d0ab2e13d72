import { expect, it } from "vitest";
import { replayDays } from "./replayHistory.ts";

it.each([
  ["2024-11-30", "2025-02-10", ["2024-11-30", "2024-12-31", "2025-01-31", "2025-02-10"]],
  ["2025-01-31", "2025-01-31", ["2025-01-31"]],
  ["2025-01-15", "2025-02-28", ["2025-01-31", "2025-02-28"]],
  ["2025-03-01", "2025-02-28", []],
])("from %s to %s the past is judged at %j", (from, to, days) => {
  expect(replayDays(from, to)).toEqual(days);
});

it("a replay between things that are no dates says what it found", () => {
  expect(() => replayDays("2025-1", "2025-02-28")).toThrow(/"2025-1"/);
});
