import { describe, expect, it } from "vitest";
import { growthFromIndex } from "./growthFromIndex.ts";
import { parseWide } from "./parseWide.ts";
import type { GridRow } from "./readGrid.ts";

const grid = (...rows: string[][]): GridRow[] => rows.map((cells, i) => ({ line: i + 1, cells }));
const read = (...rows: string[][]) => parseWide(grid(...rows), "2025-05-16", "table.csv");

describe("an index on 100 as a change in percent", () => {
  it.each([
    [99.9, "99.9", -0.1],
    [100, "100.0", 0],
    [97.3, "97.3", -2.7],
    [100.1234, "100.1234", 0.1234],
  ])("%f is said as %s and means %f", (index, text, change) => {
    expect(growthFromIndex(index, text)).toBe(change);
  });
});

describe("the bureau's wide table", () => {
  it("puts every figure at its month, its kind and the table's day", () => {
    const { observations, lines, rejected } = read(
      ["数据库：月度数据"],
      ["指标", "2025年4月", "2025年3月"],
      ["居民消费价格指数（上年同月=100）", "99.9", ""],
      ["工业增加值_累计增长(%)", "6.4", "6.5"],
      ["数据来源：国家统计局"],
    );
    expect(rejected).toEqual([]);
    expect(observations.map((o) => [o.indicator, o.period, o.value, o.vintage, o.vintageBasis])).toEqual([
      ["cpi.yoy", "2025-04", -0.1, "2025-05-16", "document"],
      ["iva.ytd-yoy", "2025-01/P4M", 6.4, "2025-05-16", "document"],
      ["iva.ytd-yoy", "2025-01/P3M", 6.5, "2025-05-16", "document"],
    ]);
    expect(lines).toEqual([3, 4, 4]);
  });

  it("says where a title, a month or a figure cannot be read, and reads the rest", () => {
    const { observations, rejected } = read(
      ["指标", "2025年4月", "去年"],
      ["猪肉价格(元)", "20.1", "19"],
      ["制造业采购经理指数(%)", "49.0%", "50.5"],
      ["非制造业商务活动指数(%)", "50.4", "51"],
    );
    expect(rejected.map((r) => [r.line, r.column, r.found, r.rule])).toEqual([
      [1, "去年", "去年", "malformed-period"],
      [2, "指标", "猪肉价格(元)", "unknown-indicator"],
      [3, "2025年4月", "49.0%", "malformed-number"],
    ]);
    expect(observations.map((o) => [o.indicator, o.value])).toEqual([["pmi.non-manufacturing", 50.4]]);
  });

  it("without a header is not the source's form any more", () => {
    expect(() => read(["日期", "数值"], ["2025-04", "1"])).toThrow(
      'expected a header row that begins with "指标"',
    );
    expect(() => parseWide([], "2025-05-16", "empty.csv")).toThrow('found "nothing"');
  });
});
