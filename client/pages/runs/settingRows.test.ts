import { describe, expect, it } from "vitest";
import { runsWords } from "../../words/runs.ts";
import { settingRows } from "./settingRows.ts";

const context = {
  lang: "zh",
  words: runsWords.zh.settings,
  names: new Map([["iva.yoy", "规模以上工业增加值同比"]]),
} as const;
const rows = (parameters: Record<string, unknown>) =>
  settingRows(parameters, context).map((r) => [r.term, ...r.lines]);

describe("settingRows", () => {
  it("says settings in words, and keeps the name of what it has no word for", () => {
    expect(rows({ horizon: 12, seasonal: true, lags: "auto", ownWay: 0.35 })).toEqual([
      ["预测期数", "12"],
      ["季节项", "是"],
      ["滞后阶数", "自动选择"],
      ["ownWay", "0.35"],
    ]);
  });

  it("puts the outer name before what is inside, and keeps the path in the code", () => {
    const [row] = settingRows({ options: { log: "auto" } }, context);
    expect(row).toEqual({ code: "options.log", term: "模型选项 · 取对数", lines: ["自动选择"] });
  });

  it("names indicators, and gives each thing of a list its line", () => {
    const members = [
      { id: "iva.yoy", group: "production", row: { kind: "monthly" } },
      { id: "other.series", group: "trade" },
    ];
    expect(rows({ members })).toEqual([
      ["成员", "规模以上工业增加值同比，部分 生产，读法 类型 每月一个数", "other.series，部分 外贸"],
    ]);
  });

  it("writes months as months, nothing as 无, and words in the language asked for", () => {
    expect(rows({ since: 2008 * 12, order: null, members: [], title: { zh: "增长", en: "Growth" } })).toEqual(
      [
        ["自", "2008-01"],
        ["阶数", "无"],
        ["成员", "无"],
        ["名称", "增长"],
      ],
    );
  });

  it("has an English word for each Chinese one", () => {
    for (const part of ["terms", "values"] as const)
      expect(Object.keys(runsWords.en.settings[part])).toEqual(Object.keys(runsWords.zh.settings[part]));
  });
});
