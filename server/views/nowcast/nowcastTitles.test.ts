import { describe, expect, it } from "vitest";
import type { NewsStep } from "../../../models/nowcast/china/nowcastResult.ts";
import type { StageSummary } from "../../../models/nowcast/china/recordSummary.ts";
import {
  deniedNowcastClaims,
  deniedRecordClaims,
  deniedStepClaims,
} from "../../../tests/support/deniedNowcastClaims.ts";
import { nowcastHeadline, pathTitle, recordTitle, stepTitle } from "./nowcastTitles.ts";

const item = (indicator: string, group: NewsStep["items"][number]["group"], impact: number) => ({
  indicator,
  group,
  period: "2025-04",
  actual: 6,
  expected: 5,
  surprise: 1,
  weight: impact,
  impact,
});
const step = (day: string, items: NewsStep["items"], revisions = 0): NewsStep => ({
  day,
  items,
  revisions,
  parameters: 0,
  change: items.reduce((a, i) => a + i.impact, revisions),
});
const density = (mean: number) => ({ mean, sd: 0.4, intervals: [] });
const steps = [
  step("2025-05-09", [item("exports.yoy", "trade", -0.12)], 0.02),
  step("2025-05-19", [item("iva.yoy", "production", 0.2), item("retail.yoy", "consumption", -0.04)]),
];
const told = {
  period: "2025-Q2",
  density: density(5.16),
  steps,
  path: [
    { day: "2025-04-16", density: density(5.1) },
    { day: "2025-05-09", density: density(5) },
    { day: "2025-05-19", density: density(5.16) },
  ],
};

describe("the headline of a nowcast", () => {
  it("says the period, the growth, the week's move and what made it", () => {
    const h = nowcastHeadline(told, "gdp.yoy", 1, "2025-05-20");
    expect(h.text.zh).toBe(
      "2025年二季度国内生产总值预计同比增长 5.2%，近一周上调 0.16 个百分点，主要来自生产。",
    );
    expect(h.text.en).toBe(
      "GDP expected to grow 5.2% on a year earlier in Q2 2025; raised 0.16 pp in the last seven days, mostly production.",
    );
    expect(deniedNowcastClaims(h, told, steps.slice(1))).toEqual([]);
  });
  it("names the day where nothing came in a week", () => {
    const h = nowcastHeadline(told, "gdp.yoy", 1, "2025-06-10");
    expect(h.text.zh).toContain("最近一次（5月19日）上调 0.16 个百分点");
    expect(deniedNowcastClaims(h, told, steps.slice(-1))).toEqual([]);
  });
  it("says a fall as a fall, and of what rounds to nothing that nothing moves", () => {
    const low = { ...told, period: "2025-05", density: density(-0.13) };
    expect(nowcastHeadline(low, "cpi.yoy", 1, "2025-06-10").text.zh).toContain(
      "2025年5月居民消费价格预计同比下降 0.1%",
    );
    const flat = {
      ...told,
      density: density(-0.04),
      steps: [step("2025-05-19", [item("iva.yoy", "production", 0.004)])],
    };
    const h = nowcastHeadline(flat, "ppi.yoy", 1, "2025-05-20");
    expect(h.text.zh).toBe("2025年二季度工业生产者出厂价格预计与上年同期持平，近一周基本未变。");
    expect(deniedNowcastClaims(h, flat, flat.steps)).toEqual([]);
  });
  it("is caught when it lies", () => {
    const h = nowcastHeadline(told, "gdp.yoy", 1, "2025-05-20");
    expect(deniedNowcastClaims(h, { ...told, density: density(5.3) }, steps)).toHaveLength(2);
  });
});

describe("the title of the path", () => {
  it("says from where to where, and what pulled each way", () => {
    const h = pathTitle(told, 1);
    expect(h.text.zh).toBe("4月16日以来由 5.1% 上调至 5.2%，生产拉高、外贸压低");
    expect(deniedNowcastClaims(h, told, steps)).toEqual([]);
  });
  it("says of a path that ends where it began that it stayed", () => {
    const path = [told.path[0]!, { day: "2025-05-19", density: density(5.12) }];
    expect(pathTitle({ path, steps }, 1).text.zh).toContain("4月16日以来保持在 5.1% 左右");
  });
  it("has none to tell before the first step", () => {
    expect(pathTitle({ path: told.path.slice(0, 1), steps: [] }, 1).claims).toEqual([]);
  });
});

describe("the title of a day", () => {
  it("counts its figures, sums them, names the largest", () => {
    const title = stepTitle(steps[1]!);
    expect(title.text.zh).toBe("5月19日：2 项新数据，当日上调 0.16 个百分点，工业增加值同比影响最大");
    expect(deniedStepClaims({ ...steps[1]!, title })).toEqual([]);
  });
  it("names new estimates or revisions where they moved it more than any figure", () => {
    const anew: NewsStep = {
      ...step("2020-04-10", [item("ppi.yoy", "prices", -0.11)]),
      parameters: -2.95,
      change: -3.06,
    };
    const title = stepTitle(anew);
    expect(title.text.zh).toBe("4月10日：1 项新数据，当日下调 3.06 个百分点，模型重估影响最大");
    expect(title.text.en).toBe("10 Apr: 1 new figure; lowered 3.06 pp, re-estimation most");
    expect(deniedStepClaims({ ...anew, title })).toEqual([]);
    expect(deniedStepClaims({ ...anew, parameters: -0.05, title })).toHaveLength(1);
    const revised = step("2025-05-19", [item("iva.yoy", "production", 0.02)], 0.2);
    expect(stepTitle(revised).text.zh).toContain("数据修订影响最大");
    expect(deniedStepClaims({ ...revised, title: stepTitle(revised) })).toEqual([]);
  });
  it("says of a day of revisions alone that nothing new came", () => {
    const only = step("2025-05-20", [], -0.03);
    expect(stepTitle(only).text.zh).toBe("5月20日：没有新数据，因修订与重估下调 0.03 个百分点");
    expect(deniedStepClaims({ ...only, title: stepTitle(only) })).toEqual([]);
  });
});

describe("the title of the record", () => {
  const stage = (rmse: number): StageSummary => ({
    sample: "all",
    daysBefore: 28,
    n: 40,
    nowcast: { rmse, mae: rmse },
    against: {
      naive: { rmse: 0.5, mae: 0.4, p: 0.1 },
      seasonalNaive: { rmse: 1, mae: 1, p: 0.1 },
      autoregression: { rmse: 0.6, mae: 0.5, p: 0.1 },
    },
    nearer: 26,
    coverage80: 82,
    standing: rmse < 0.5 ? "passed" : "lost-to-naive",
  });
  it.each([
    [0.4, "公布前 28 天误差 0.40 个百分点，小于沿用上期的误差（其 0.80 倍）"],
    [0.6, "公布前 28 天误差 0.60 个百分点，不小于沿用上期的误差（其 1.20 倍）"],
  ])("with an error of %d", (rmse, zh) => {
    const h = recordTitle(stage(rmse));
    expect(h.text.zh).toBe(zh);
    expect(deniedRecordClaims(h, stage(rmse))).toEqual([]);
  });
  it("claims nothing without a record", () => {
    expect(recordTitle(null).claims).toEqual([]);
  });
});
