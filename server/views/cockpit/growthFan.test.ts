import { describe, expect, it } from "vitest";
import type { FanView, NowcastView } from "../../routers/views.ts";
import { growthFan } from "./growthFan.ts";

const fan = {
  indicator: "gdp.yoy",
  name: { zh: "GDP 同比", en: "GDP growth" },
  unit: "percent",
  decimals: 1,
  history: {
    periods: Array.from({ length: 20 }, (_, i) => `${2020 + Math.floor(i / 4)}-Q${(i % 4) + 1}`),
    values: Array(20).fill(5),
  },
  forecast: null,
  why: { zh: "已降级", en: "demoted" },
  notice: null,
  record: null,
} as unknown as FanView;
const density = (mean: number) => ({
  mean,
  sd: 0.5,
  intervals: [80, 50].map((level) => ({ level, lower: mean - level / 100, upper: mean + level / 100 })),
});
const record = (daysBefore: number, standing: string) => ({ daysBefore, standing });
const nowcast = (now: string, next: string | null) =>
  ({
    record: record(56, now),
    shown: {
      period: "2025-Q2",
      day: "2025-05-31",
      density: density(5.7),
      next: { period: "2025-Q3", density: density(5.9), record: next && record(140, next) },
      before: { period: "2025-Q1", value: 5.4, day: "2025-04-16" },
    },
  }) as unknown as NowcastView;

describe("the path of growth where no model is relied on", () => {
  it("is the nowcast's two periods, each with its record, and why no model is relied on stays", () => {
    const shown = growthFan(fan, nowcast("passed", "passed"));
    expect(shown.forecast).toMatchObject({
      origin: "2025-Q1",
      madeAsOf: "2025-05-31",
      periods: ["2025-Q2", "2025-Q3"],
      mean: [5.7, 5.9],
    });
    expect(shown.forecast!.intervals[0]).toEqual({
      level: 80,
      lower: [5.7 - 0.8, 5.9 - 0.8],
      upper: [5.7 + 0.8, 5.9 + 0.8],
    });
    expect(shown.tracks!.map((t) => t.daysBefore)).toEqual([56, 140]);
    expect([shown.history.periods[0], shown.history.values.length]).toEqual(["2022-Q1", 12]);
    expect([shown.why, shown.notice]).toEqual([null, fan.why]);
    expect(shown.title.text.zh).toBe("GDP 同比即时预测：2025年二季度 5.7%，三季度 5.9%");
    expect(shown.title.claims.map((c) => c.value)).toEqual(shown.forecast!.mean);
  });
  it("ends where the record ends", () => {
    expect(growthFan(fan, nowcast("passed", null)).forecast!.periods).toEqual(["2025-Q2"]);
    expect(growthFan(fan, nowcast("passed", "lost-to-naive")).tracks).toHaveLength(1);
  });
  it("is nothing with the reason where the nowcast did not pass either", () => {
    for (const none of [
      nowcast("lost-to-naive", "passed"),
      { record: null, shown: null } as unknown as NowcastView,
    ]) {
      const shown = growthFan(fan, none);
      expect([shown.forecast, shown.tracks, shown.why]).toEqual([null, null, fan.why]);
      expect(shown.title.claims).toEqual([]);
    }
  });
});

it("a model in good standing keeps its place", () => {
  const forecast = { model: "ets", periods: ["2025-Q2"], mean: [5.1], intervals: [] };
  const shown = growthFan({ ...fan, forecast } as unknown as FanView, nowcast("passed", "passed"));
  expect([shown.forecast, shown.tracks]).toEqual([forecast, null]);
});
