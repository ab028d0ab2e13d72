import { describe, expect, it } from "vitest";
import { nextPeriod } from "../../models/series/period.ts";
import { periodLabels } from "./axis.ts";

const run = (from: string, frequency: "M" | "Q" | "A", n: number): string[] =>
  Array.from({ length: n }, (_, i) => nextPeriod(from, frequency, i));

describe("labels under a chart", () => {
  it("ten years of months carry one label a year, where the year begins", () => {
    const labels = periodLabels(run("2016-01", "M", 120), "zh");
    expect([...labels.values()]).toEqual([
      "2016",
      "2017",
      "2018",
      "2019",
      "2020",
      "2021",
      "2022",
      "2023",
      "2024",
      "2025",
    ]);
    expect([...labels.keys()][1]).toBe(12);
  });

  it("thirty years skip years evenly", () => {
    const labels = [...periodLabels(run("1995-Q1", "Q", 124), "en").values()];
    expect(labels.length).toBeLessThanOrEqual(10);
    expect(Number(labels[1]) - Number(labels[0])).toBe(4);
  });

  it("one year shows months, in the reader's language", () => {
    expect([...periodLabels(run("2024-04", "M", 12), "zh").values()]).toContain("9月");
    expect([...periodLabels(run("2024-04", "M", 12), "en").values()]).toContain("Sep");
  });

  it("annual figures are labelled by their years", () => {
    expect([...periodLabels(run("2018", "A", 6), "zh").values()]).toEqual([
      "2018",
      "2019",
      "2020",
      "2021",
      "2022",
      "2023",
    ]);
  });
});
