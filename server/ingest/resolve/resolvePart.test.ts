import { describe, expect, it } from "vitest";
import { NO_REASON } from "../../../db/clickhouse/encodeObservations.ts";
import type { KnownFigures } from "../../../db/stores/contract.ts";
import { parseIsoDate } from "../../../models/series/date.ts";
import { spanOf } from "../../../models/series/period.ts";
import { TEST_CATALOGUE } from "../../../tests/support/generateCatalogue.ts";
import { gateCatalogue } from "../catalogue.ts";
import { rowBatch } from "../rowBatch.ts";
import { gather } from "./gather.ts";
import { knownOf } from "./known.ts";
import { partsOf } from "./partsOf.ts";
import { resolvePart } from "./resolvePart.ts";
import { totalsBefore, yearBefore } from "./yearBefore.ts";

const CATALOGUE = gateCatalogue(TEST_CATALOGUE);
const REGIONS = CATALOGUE.regions.length;
const place = (id: string): number => CATALOGUE.indicators.findIndex((i) => i.id === id);
const seriesOf = (id: string): number => place(id) * REGIONS;

type Row = readonly [period: string, value: number, vintage: string];

function batchOf(rows: readonly Row[], series = seriesOf("cpi.yoy")) {
  const batch = rowBatch(rows.length, rows.length);
  rows.forEach(([period, value, vintage], i) => {
    const { start, end } = spanOf(period);
    batch.series[i] = series;
    batch.start[i] = start;
    batch.end[i] = end;
    batch.vintage[i] = parseIsoDate(vintage)!;
    batch.value[i] = value;
    batch.reason[i] = NO_REASON;
    batch.line[i] = i + 1;
  });
  return batch;
}

/** What the base holds of series 42, in the order of its key. */
function stored(rows: readonly Row[]): KnownFigures {
  const spans = rows.map(([period]) => spanOf(period));
  return {
    rows: rows.length,
    seriesId: rows.map(() => 42),
    start: spans.map((s) => s.start),
    end: spans.map((s) => s.end),
    vintage: rows.map(([, , vintage]) => parseIsoDate(vintage)!),
    value: rows.map(([, value]) => value),
    status: rows.map(() => 0),
    reason: rows.map(() => NO_REASON),
  };
}

function resolve(rows: readonly Row[], known: readonly Row[] = []) {
  const blocks: Uint8Array[] = [];
  const result = resolvePart(
    {
      batches: [batchOf(rows)],
      lineBase: [1],
      catalogue: CATALOGUE,
      seriesOf: Int32Array.of(seriesOf("cpi.yoy")),
      seriesIds: Uint32Array.of(42),
      rowsOf: Uint32Array.of(rows.length),
      known: knownOf(Uint32Array.of(42), [stored(known)]),
    },
    (block) => blocks.push(block),
  );
  const { accepted, unchanged, refusals } = result;
  return { accepted, unchanged, rejected: refusals.rejected, refused: refusals.kept, blocks };
}

const MARCH: Row = ["2026-03", 1.2, "2026-04-09"];

describe("what a row adds to what is known", () => {
  it.each<[string, readonly Row[], readonly Row[], number, number, number]>([
    ["a first figure is new", [MARCH], [], 1, 0, 0],
    ["the same figure of the same day is not", [MARCH], [MARCH], 0, 1, 0],
    ["the same figure said later is not", [["2026-03", 1.2, "2026-05-09"]], [MARCH], 0, 1, 0],
    ["a different figure later is a revision", [["2026-03", 1.3, "2026-05-09"]], [MARCH], 1, 0, 0],
    [
      "a different figure of the same day is the later word",
      [["2026-03", 1.3, "2026-04-09"]],
      [MARCH],
      1,
      0,
      0,
    ],
    ["an earlier word is history, equal or not", [["2026-03", 1.2, "2026-04-01"]], [MARCH], 1, 0, 0],
    [
      "a figure that returns to what it was before a revision is new",
      [["2026-03", 1.2, "2026-06-09"]],
      [MARCH, ["2026-03", 1.3, "2026-05-09"]],
      1,
      0,
      0,
    ],
    [
      "vintages of one document are compared with each other",
      [MARCH, ["2026-03", 1.2, "2026-05-09"], ["2026-03", 1.3, "2026-06-09"]],
      [],
      2,
      1,
      0,
    ],
    [
      "out of order too",
      [["2026-03", 1.3, "2026-06-09"], ["2026-03", 1.2, "2026-05-09"], MARCH],
      [],
      2,
      1,
      0,
    ],
    ["equal duplicates count once", [MARCH, MARCH, MARCH], [], 1, 2, 0],
    ["contradicting ones are all refused", [MARCH, ["2026-03", 1.3, "2026-04-09"], MARCH], [], 0, 0, 3],
    [
      "other periods are not touched by what is known of one",
      [
        ["2026-02", 1, "2026-03-09"],
        ["2026-04", 1, "2026-05-09"],
      ],
      [MARCH],
      2,
      0,
      0,
    ],
  ])("%s", (_, rows, known, accepted, unchanged, rejected) => {
    expect(resolve(rows, known)).toMatchObject({ accepted, unchanged, rejected });
  });

  it("a refused duplicate names the line it contradicts", () => {
    expect(resolve([MARCH, ["2026-03", 1.3, "2026-04-09"]]).refused).toMatchObject([
      { line: 2, found: "1.2", needed: "3: 1.3" },
      { line: 3, found: "1.3", needed: "2: 1.2" },
    ]);
  });
});

describe("what is known of a part", () => {
  it("stands by slot, also where the base holds nothing of a series", () => {
    const rows: Row[] = [MARCH, ["2026-04", 1, "2026-05-09"]];
    expect([...knownOf(Uint32Array.of(7, 42, 50), [stored(rows)]).offsets]).toEqual([0, 0, 2, 2]);
  });
  it("a series that was not asked for stops the load instead of being taken for another", () => {
    expect(() => knownOf(Uint32Array.of(7), [stored([MARCH])])).toThrow("series 42");
  });
});

describe("the rows of a part", () => {
  it("come by series, period and vintage from all batches, with their lines", () => {
    const a = batchOf([
      ["2026-03", 3, "2026-05-09"],
      ["2026-01", 1, "2026-02-09"],
    ]);
    const b = batchOf([["2026-03", 2, "2026-04-09"]]);
    const slotOf = new Int32Array(CATALOGUE.indicators.length * REGIONS).fill(-1);
    slotOf[seriesOf("cpi.yoy")] = 0;
    const rows = gather([a, b], [1, 100], slotOf, Uint32Array.of(3));
    expect([...rows.order].map((i) => [rows.value[i], rows.line[i]])).toEqual([
      [1, 3],
      [2, 101],
      [3, 2],
    ]);
  });

  it("are whole series; growth and its level stand together, also a level the document does not bring", () => {
    const perSeries = new Uint32Array(CATALOGUE.indicators.length * REGIONS);
    perSeries[seriesOf("retail.yoy")] = 10;
    perSeries[seriesOf("cpi.yoy")] = 10;
    perSeries[seriesOf("cpi.mom")] = 10;
    const parts = partsOf(CATALOGUE, perSeries, 10);
    expect(parts.map((p) => p.toSorted((a, b) => a - b))).toEqual([
      [seriesOf("cpi.yoy")],
      [seriesOf("cpi.mom")],
      [seriesOf("retail.value"), seriesOf("retail.yoy")],
    ]);
  });

  it("that are new are handed on in blocks of the engine's own columns", () => {
    const { blocks } = resolve([MARCH]);
    expect(blocks).toHaveLength(1);
    expect(new TextDecoder("latin1").decode(blocks[0])).toContain("series_id");
  });
});

describe("periods a rule compares with", () => {
  it("the same period a year before keeps whole months, over a leap year too", () => {
    const pair = (period: string): readonly [number, number] => {
      const { start, end } = spanOf(period);
      return [start, end];
    };
    expect(yearBefore(...pair("2025-02"))).toEqual(pair("2024-02"));
    expect(yearBefore(...pair("2024-01/P2M"))).toEqual(pair("2023-01/P2M"));
  });
  it("the totals before a total, nearest first", () => {
    const { start, end } = spanOf("2026-01/P4M");
    expect(totalsBefore(start, end)).toEqual(
      ["2026-01/P3M", "2026-01/P2M", "2026-01/P1M"].map((p) => spanOf(p).end),
    );
  });
});
