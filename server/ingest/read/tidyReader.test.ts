import { describe, expect, it } from "vitest";
import { isoDate, parseIsoDate } from "../../../models/series/date.ts";
import { periodOfSpan } from "../../../models/series/period.ts";
import { TEST_CATALOGUE } from "../../../tests/support/generateCatalogue.ts";
import { gateCatalogue } from "../catalogue.ts";
import { readHeader, TIDY_COLUMNS } from "./readHeader.ts";
import { type BlockReading, TidyReader } from "./tidyReader.ts";

const CATALOGUE = gateCatalogue(TEST_CATALOGUE);

function read(lines: string, header: readonly string[] = TIDY_COLUMNS, delimiter = ","): BlockReading {
  const layout = readHeader(header, true);
  if (layout.kind !== "read") throw new Error(`test header: ${layout.kind}`);
  const bytes = new TextEncoder().encode(lines);
  return new TidyReader(
    { delimiter: delimiter.charCodeAt(0), ...layout, vintage: parseIsoDate("2026-04-30") },
    { catalogue: CATALOGUE, today: parseIsoDate("2026-06-30")! },
  ).block(bytes, 0, bytes.length);
}

function rows({ batch }: BlockReading) {
  return Array.from({ length: batch.rows }, (_, i) => ({
    indicator: CATALOGUE.indicators[Math.floor(batch.series[i]! / CATALOGUE.regions.length)]!.id,
    region: CATALOGUE.regions[batch.series[i]! % CATALOGUE.regions.length]!,
    period: periodOfSpan(batch.start[i]!, batch.end[i]!),
    value: batch.value[i]!,
    vintage: isoDate(batch.vintage[i]!),
    line: batch.line[i]!,
  }));
}

describe("a tidy table", () => {
  it("becomes rows with period, vintage and the line they came from", () => {
    const reading = read(
      "cpi.yoy,CHN,2026-03,1.2,normal,,2026-04-09,document\r\n\r\ncpi.yoy,110000,2026-03,-0.4,,,2026-04-09,\n",
    );
    expect(rows(reading)).toEqual([
      { indicator: "cpi.yoy", region: "CHN", period: "2026-03", value: 1.2, vintage: "2026-04-09", line: 1 },
      {
        indicator: "cpi.yoy",
        region: "110000",
        period: "2026-03",
        value: -0.4,
        vintage: "2026-04-09",
        line: 3,
      },
    ]);
    expect(reading).toMatchObject({ lines: 3, read: 2 });
  });

  it("is read the same when names, quotes, widths and Chinese forms are used", () => {
    const reading = read(
      '"居民消费价格（同比）";北京市;２０２６年３月;"（1.2）"\nretail.value;中国;2026年1-2月;"83,731.5"\n',
      ["指标", "地区", "时期", "数值"],
      ";",
    );
    expect(rows(reading)).toEqual([
      {
        indicator: "cpi.yoy",
        region: "110000",
        period: "2026-03",
        value: -1.2,
        vintage: "2026-04-30",
        line: 1,
      },
      {
        indicator: "retail.value",
        region: "CHN",
        period: "2026-01/P2M",
        value: 83731.5,
        vintage: "2026-04-30",
        line: 2,
      },
    ]);
  });

  it("the last line counts without a line end, and lines of bare delimiters do not", () => {
    expect(read("cpi.yoy,CHN,2026-03,1.2,,,,\n,,,,,,,\ncpi.mom,CHN,2026-03,0.1,,,,")).toMatchObject({
      read: 2,
      lines: 3,
      batch: { rows: 2 },
    });
  });

  it("a blank figure with a reason is a gap; its status may go unsaid", () => {
    const { batch, refusals } = read(
      "cpi.yoy,CHN,2026-03,,,withdrawn,,\ncpi.yoy,CHN,2026-02,—,missing,撤回,,\n",
    );
    expect(refusals.rejected).toBe(0);
    expect([...batch.status.subarray(0, 2)]).toEqual([5, 5]);
    expect([...batch.reason.subarray(0, 2)]).toEqual([3, 3]);
  });
});

describe("a row that is not let through says where, what was found and what was needed", () => {
  it.each([
    ["ppi.yoy,CHN,2026-03,1.2,,,,", "unknown-indicator", "indicator", "ppi.yoy", "cpi.yoy"],
    ["cpi.yoy,CHM,2026-03,1.2,,,,", "unknown-region", "region", "CHM", "CHN"],
    ["cpi.yoy,CHN,2026-13,1.2,,,,", "malformed-period", "period", "2026-13", "2026-03"],
    ["cpi.yoy,CHN,2026-03,1.2%,,,,", "malformed-number", "value", "1.2%", "1234.5"],
    ["cpi.yoy,CHN,2026-03,=1+1,,,,", "malformed-number", "value", "=1+1", "1234.5"],
    ["cpi.yoy,CHN,2026-03,1.2,ok,,,", "unknown-word", "status", "ok", "provisional"],
    ["cpi.yoy,CHN,2026-03,,missing,holiday,,", "unknown-word", "reason", "holiday", "withdrawn"],
    ["cpi.yoy,CHN,2026-03,1.2,,,April 9,", "malformed-vintage", "vintage", "April 9", "2026-04-09"],
    ["cpi.yoy,CHN,2026-03,1,234.5,,,2026-04-09,document", "broken-line", "", "9 cells", "8 cells"],
    ['"cpi.yoy,CHN,2026-03,1.2,,,,', "broken-line", "", '"…', '"…"'],
    ["cpi.yoy,CHN,2026-Q1,1.2,,,,", "wrong-frequency", "period", "2026-Q1", "M: 2026-03"],
    ["fai.ytd,CHN,2026-03,1.2,,,,", "wrong-frequency", "period", "2026-03", "M: 2026-01/P3M"],
    ["cpi.yoy,CHN,2026-05,1.2,,,,", "future-period", "period", "2026-05", "2026-05-31"],
    ["cpi.yoy,CHN,2026-03,1.2,,,2026-07-01,", "future-vintage", "vintage", "2026-07-01", "2026-06-30"],
    ["cpi.yoy,CHN,2026-03,NaN,,,,", "non-finite", "value", "NaN", "1234.5"],
    ["cpi.yoy,CHN,2026-03,1e999,,,,", "non-finite", "value", "1e999", "1234.5"],
    ["cpi.mom,CHN,2026-03,100.2,,,,", "out-of-range", "value", "100.2", "[-10, 10] percent (÷ 100"],
    ["cpi.yoy,CHN,2026-03,,,,,", "missing-without-reason", "reason", "", "status missing"],
    ["cpi.yoy,CHN,2026-03,1.2,missing,,,", "missing-without-reason", "reason", "", "status normal"],
    ["cpi.yoy,CHN,2026-03,1.2\u0000,,,,", "malformed-number", "value", "1.2\\u0000", "1234.5"],
    ["'; DROP TABLE observations; --,CHN,2026-03,1,,,,", "unknown-indicator", "indicator", "'; DROP", "…"],
  ])("%s", (line, rule, column, found, needed) => {
    const { refusals, batch } = read(`cpi.yoy,CHN,2026-02,1,,,,\n${line}\n`);
    expect(refusals.kept).toMatchObject([{ kind: "rejected", rule, column, line: 2 }]);
    expect(refusals.kept[0]!.found).toContain(found);
    expect(refusals.kept[0]!.needed).toContain(needed);
    expect(batch.rows).toBe(1);
  });

  it("a cell of a megabyte is shown short, the lines around it are read", () => {
    const { refusals, batch } = read(
      `cpi.yoy,CHN,2026-02,1,,,,\ncpi.yoy,${"x".repeat(900_000)},2026-03,1,,,,\ncpi.yoy,${"x".repeat(1_100_000)},2026-03,1,,,,\ncpi.yoy,CHN,2026-01,1,,,,\n`,
    );
    expect(batch.rows).toBe(2);
    expect(refusals.kept.map((r) => r.rule)).toEqual(["unknown-region", "broken-line"]);
    expect(refusals.kept[0]!.found.length).toBeLessThan(120);
  });

  it("keeps the first refusals and counts them all", () => {
    const { refusals } = read("nix,CHN,2026-03,1,,,,\n".repeat(12_000));
    expect(refusals.kept).toHaveLength(10_000);
    expect(refusals).toMatchObject({ rejected: 12_000, counts: { "unknown-indicator": 12_000 } });
  });
});
