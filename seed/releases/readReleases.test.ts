import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { indicatorById } from "../../models/indicators/registry.ts";
import { parsePeriod } from "../../models/series/period.ts";
import { RELEASE_DOCUMENTS, readReleases } from "./readReleases.ts";

const read = (path: string) => readReleases(readFileSync(join(import.meta.dirname, "..", path), "utf8"));

describe("release records", () => {
  it.each([
    ["releases/output.csv", 475],
    ["releases/prices.csv", 628],
    ["releases/money.csv", 267],
  ])("%s holds %i", (path, count) => expect(read(path)).toHaveLength(count));

  it("stand once an event, for indicators of the catalogue, with what was said", () => {
    const all = RELEASE_DOCUMENTS.flatMap(read);
    expect(new Set(all.map((r) => `${r.indicator} ${r.period} ${r.releaseDate}`)).size).toBe(all.length);
    const broken = all.filter(
      (r) => !indicatorById(r.indicator) || !parsePeriod(r.period) || !Number.isFinite(r.actual),
    );
    expect(broken).toEqual([]);
    expect(all.filter((r) => r.consensus !== null)).toHaveLength(1335);
  });

  it("knows that imports of May 2025 fell more than expected", () => {
    expect(
      read("releases/output.csv").find((r) => r.indicator === "imports.yoy" && r.period === "2025-05"),
    ).toEqual({
      indicator: "imports.yoy",
      region: "CHN",
      period: "2025-05",
      releaseDate: "2025-06-09",
      basis: "release-record",
      actual: -3.4,
      consensus: -0.9,
      previous: -0.2,
      load: null,
    });
  });
});
