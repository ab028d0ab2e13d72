import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { INDICATORS, indicatorById, regionByCode } from "../models/indicators/registry.ts";
import { isoDate, parseIsoDate } from "../models/series/date.ts";
import { parsePeriod } from "../models/series/period.ts";
import { CONNECTORS } from "../server/connectors/registry.ts";
import { TIDY_HEADER } from "./convert/writeTidy.ts";
import { SEEDED_TODAY } from "./today.ts";

interface Line {
  indicator: string;
  region: string;
  period: string;
  value: string;
  status: string;
  vintage: string;
  vintage_basis: string;
}

const FOLDER = join(import.meta.dirname, "figures");

function documents(sub: string): Map<string, Line[]> {
  const folder = join(FOLDER, sub);
  const names = readdirSync(folder).filter((f) => f.endsWith(".csv"));
  return new Map(names.map((f) => [f, parse(readFileSync(join(folder, f), "utf8"), { columns: true })]));
}

const known = documents(".");
const later = documents("later");
const all = [...known.values(), ...later.values()].flat();
const say = (l: Line): string => `${l.indicator} ${l.region} ${l.period} ${l.vintage}`;

/** The table of the README beside the figures: rows by document, those of later/ with them. */
function promised(): Map<string, number> {
  const text = readFileSync(join(FOLDER, "README.md"), "utf8");
  return new Map(
    [...text.matchAll(/^\| `([a-z-]+\.csv)`[^|]*\|[^|]*\|[^|]*\|[^|]*\| (\d+) \|/gm)].map((m) => [
      m[1]!,
      Number(m[2]),
    ]),
  );
}

describe("the shipped figures", () => {
  it("are as many as their README says, document by document", () => {
    const rows = new Map(
      [...known].map(([name, lines]) => [name, lines.length + (later.get(name)?.length ?? 0)]),
    );
    expect(rows).toEqual(promised());
    expect(all).toHaveLength(25_728);
  });

  it("are of 158 indicators and 260 series, more than 120 of them in the catalogue as real", () => {
    expect(new Set(all.map((l) => l.indicator)).size).toBe(158);
    expect(new Set(all.map((l) => `${l.indicator} ${l.region}`)).size).toBe(260);
  });

  it("leave no published indicator of the catalogue without a figure", () => {
    const held = new Set(all.map((l) => l.indicator));
    const published = INDICATORS.filter((i) => !i.simulated && i.agency !== "GUANLAN");
    expect(published.filter((i) => !held.has(i.id)).map((i) => i.id)).toEqual([]);
  });

  it("stand once per series, period and vintage", () => {
    const keys = all.map(say);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("name only indicators and regions of the catalogue, and periods of the calendar", () => {
    const strange = all.filter(
      (l) => !indicatorById(l.indicator) || !regionByCode(l.region) || !parsePeriod(l.period),
    );
    expect(strange.map(say)).toEqual([]);
  });

  it("lie inside the range of their indicator", () => {
    const outside = all.filter((l) => {
      const [low, high] = indicatorById(l.indicator)!.range;
      return !(Number(l.value) >= low && Number(l.value) <= high) || l.value === "";
    });
    expect(outside.map((l) => `${say(l)} = ${l.value}`)).toEqual([]);
  });

  it("came out when their period was over, but for those the catalogue knows to come ahead", () => {
    const early = all.filter((l) => {
      const ahead = indicatorById(l.indicator)!.publishedAhead ?? 0;
      return parseIsoDate(l.vintage)! + ahead < parsePeriod(l.period)!.end;
    });
    expect(early.map(say)).toEqual([]);
    const ahead = all.filter((l) => l.vintage < isoDate(parsePeriod(l.period)!.end));
    expect(new Set(ahead.map((l) => l.indicator))).toEqual(
      new Set(["pmi.manufacturing", "rrr.large", "rrr.small"]),
    );
  });

  it("are known by the seeded day, or wait in later/", () => {
    expect(
      [...known.values()]
        .flat()
        .filter((l) => l.vintage > SEEDED_TODAY)
        .map(say),
    ).toEqual([]);
    expect(
      [...later.values()]
        .flat()
        .filter((l) => l.vintage <= SEEDED_TODAY)
        .map(say),
    ).toEqual([]);
  });

  it("hold true revisions of output, money, trade and provinces", () => {
    const revised = all.filter((l) => l.status === "revised");
    const families = new Map<string, number>();
    for (const l of revised) families.set(l.indicator, (families.get(l.indicator) ?? 0) + 1);
    expect(Object.fromEntries(families)).toEqual({
      "gdp.yoy": 8,
      "m2.yoy": 11,
      "exports.yoy": 98,
      "imports.yoy": 107,
      "fx-reserves.level": 2,
      "gdp.province.level": 20,
    });
  });

  it("give the second quarter of 2022 as first said and as revised", () => {
    const lines = all.filter((l) => l.indicator === "gdp.yoy" && l.period === "2022-Q2");
    expect(lines.map((l) => [l.value, l.vintage, l.vintage_basis])).toEqual([
      ["0.4", "2022-07-15", "release-record"],
      ["0.8", "2025-05-31", "document"],
    ]);
  });

  it("are written as the format asks: header, LF, no mark at the beginning", () => {
    for (const name of known.keys()) {
      const text = readFileSync(join(FOLDER, name), "utf8");
      expect(text.startsWith(`${TIDY_HEADER}\n`)).toBe(true);
      expect(text.includes("\r")).toBe(false);
    }
  });

  it("are each provided by the connector whose document they lie in", () => {
    const homeless = [...known.keys()].filter((name) => {
      const path = `figures/${name}`;
      const owner = [...new Set(known.get(name)!.map((l) => indicatorById(l.indicator)!.agency))];
      const ids = new Set(known.get(name)!.map((l) => l.indicator));
      const connectors = CONNECTORS.filter((c) => c.plan(c.provides, null).some((r) => r.path === path));
      return (
        connectors.length !== 1 ||
        owner.join() !== connectors[0]!.agency ||
        [...ids].some((id) => !connectors[0]!.provides.includes(id))
      );
    });
    expect(homeless).toEqual([]);
  });
});
