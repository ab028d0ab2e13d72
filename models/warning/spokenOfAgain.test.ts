import { describe, expect, it } from "vitest";
import type { StoredObservation } from "../series/observation.ts";
import { revisionsOf } from "./revisionsOf.ts";
import { spokenOfAgain } from "./spokenOfAgain.ts";

const said = (period: string, value: number | null, vintage: string): StoredObservation => ({
  indicator: "gdp.yoy",
  region: "CHN",
  period,
  value,
  status: value === null ? "missing" : "normal",
  reason: value === null ? "withdrawn" : null,
  vintage,
  vintageBasis: "document",
  load: 1,
  loadedAt: `${vintage}T08:00:00.000Z`,
});
const since =
  (day: string) =>
  (o: StoredObservation): boolean =>
    o.vintage > day;

describe("whether a figure was spoken of again", () => {
  const first = said("2024-Q4", 5.4, "2025-01-17");
  it.each([
    ["a first figure is news, not a revision", [said("2025-Q1", 5.4, "2025-04-16")], false],
    ["another number is a revision", [said("2024-Q4", 5.3, "2025-04-16")], true],
    ["the same number again is none", [said("2024-Q4", 5.4, "2025-04-16")], false],
    ["a withdrawal is one", [said("2024-Q4", null, "2025-04-16")], true],
  ] as [string, StoredObservation[], boolean][])("%s", (_, fresh, again) => {
    expect(spokenOfAgain([first, ...fresh], since("2025-03-31"))).toBe(again);
  });

  it("a revision known at the evaluation before is no news", () => {
    const history = [first, said("2024-Q4", 5.3, "2025-03-01")];
    expect(spokenOfAgain(history, since("2025-03-31"))).toBe(false);
  });
});

describe("the revisions of a history", () => {
  it("are told in the order in which they came, each against the number before it", () => {
    const history = [
      said("2024-Q4", 5.5, "2025-06-01"),
      said("2024-Q4", 5.4, "2025-01-17"),
      said("2025-Q1", 5.4, "2025-04-16"),
      said("2024-Q4", 5.3, "2025-04-16"),
    ];
    expect(revisionsOf(history)).toEqual([
      { period: "2024-Q4", before: 5.4, after: 5.3, vintage: "2025-04-16" },
      { period: "2024-Q4", before: 5.3, after: 5.5, vintage: "2025-06-01" },
    ]);
  });
});
