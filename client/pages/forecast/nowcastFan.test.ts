import { describe, expect, it } from "vitest";
import type { FansView, NowcastView } from "../../../server/routers/views.ts";
import { nowcastFan } from "./nowcastFan.ts";

const density = (mean: number) => ({
  mean,
  sd: 1,
  intervals: [50, 80].map((level) => ({ level, lower: mean - level / 100, upper: mean + level / 100 })),
});
const fan = {
  indicator: "gdp.yoy",
  history: { periods: ["2024-Q4", "2025-Q1"], values: [5.4, 5.4] },
  forecast: null,
  why: { zh: "无", en: "none" },
  title: { text: { zh: "", en: "" }, claims: [] },
} as unknown as FansView["fans"][number];
const view = {
  why: null,
  shown: {
    period: "2025-Q2",
    day: "2025-05-31",
    density: density(5.7),
    next: { period: "2025-Q3", density: density(5.9), record: null },
    before: { period: "2025-Q1", value: 5.4, day: "2025-04-17" },
  },
} as unknown as NowcastView;

describe("a fan from a nowcast", () => {
  it("has the period under way and the next, with the nowcast's own bands", () => {
    const { forecast, why } = nowcastFan(fan, view)!;
    expect(forecast).toMatchObject({
      periods: ["2025-Q2", "2025-Q3"],
      mean: [5.7, 5.9],
      madeAsOf: "2025-05-31",
    });
    expect(forecast.intervals[1]).toEqual({ level: 80, lower: [4.9, 5.1000000000000005], upper: [6.5, 6.7] });
    expect(why).toBeNull();
  });
  it("ends with the period under way where the next is not told", () => {
    const alone = { ...view, shown: { ...view.shown!, next: null } };
    expect(nowcastFan(fan, alone)!.forecast.periods).toEqual(["2025-Q2"]);
  });
  it("is none where the nowcast is withheld, for research only, or not about the next figure", () => {
    expect(nowcastFan(fan, { ...view, shown: null })).toBeNull();
    expect(nowcastFan(fan, { ...view, why: { zh: "研究用", en: "research" } })).toBeNull();
    const short = { ...fan, history: { periods: ["2024-Q4", "2025-Q1"], values: [5.4, null] } };
    expect(nowcastFan(short, view)).toBeNull();
  });
});
