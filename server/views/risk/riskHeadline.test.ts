import { describe, expect, it } from "vitest";
import { deniedRiskClaims } from "../../../tests/support/deniedRiskClaims.ts";
import type { RiskEvent, RiskOverview, ToldProbability } from "../../routers/views.ts";
import { compositeTitle, partsTitle } from "./compositeTitles.ts";
import { riskHeadline } from "./riskHeadline.ts";

const event = (id: string, on: boolean | null, more: Partial<RiskEvent> = {}): RiskEvent =>
  ({
    id,
    title: { zh: `事件${id}`, en: `Event ${id}` },
    window: 12,
    state: { on, month: "2025-04", since: "2024-12", months: 5 },
    probability: null,
    proven: false,
    ...more,
  }) as RiskEvent;
const told = (value: number, change: number | null = 0): ToldProbability => ({
  month: "2025-04",
  value,
  lower: value - 10,
  upper: value + 10,
  level: 90,
  change,
});
const composite = (value: number, cutoff: number | null, proven = true, before = value) =>
  ({
    months: ["2025-03", "2025-04"],
    path: { level: 90, value: [before, value], lower: [], upper: [] },
    contributions: [
      { event: "a", title: { zh: "事件a", en: "Event a" }, points: [1, value - 12], proven: [false, true] },
      { event: "b", title: { zh: "事件b", en: "Event b" }, points: [null, 12], proven: [false, false] },
      { event: "c", title: { zh: "事件c", en: "Event c" }, points: [2, null], proven: [true, true] },
    ],
    cutoff,
    proven,
    latest: told(value, value - before),
  }) as unknown as NonNullable<RiskOverview["composite"]>;
const shown = (c: NonNullable<RiskOverview["composite"]> | null, events: RiskEvent[]) => ({
  overview: {
    composite: c,
    events: events.map((e) => ({ id: e.id, title: e.title, definition: e.title, event: e, why: null })),
  },
});

describe("the headline of the risk watch", () => {
  it("says what is on and since when, and the probability only where the record supports it", () => {
    const events = [event("a", true), event("b", false)];
    const c = composite(34, 50);
    const said = riskHeadline(c, events);
    expect(said.text.zh).toBe(
      "事件a自2024年12月起已持续 5 个月；未来 12 个月新发生风险事件的概率 34%（90% 区间 24%–44%），未过警戒线 50%",
    );
    expect(said.text.en).toBe(
      "Event a under way since Dec 2024 (5 months); chance of another within 12 months 34% (90% band 24%–44%), not above the alarm line of 50%",
    );
    expect(deniedRiskClaims(said, shown(c, events))).toEqual([]);
  });

  it("keeps a probability without a record that supports it out, and says so", () => {
    const events = [event("a", false), event("b", false)];
    const c = composite(72, null, false);
    const said = riskHeadline(c, events);
    expect(said.text.zh).toBe("所监测的 2 类事件目前均未发生；过去的记录不支持用模型预判新的事件");
    expect(said.text.zh + said.text.en).not.toContain("72");
    expect(deniedRiskClaims(said, shown(c, events))).toEqual([]);
  });

  it("counts events beyond two, and says when nothing can be told", () => {
    const events = [event("a", true), event("b", true), event("c", true), event("d", null)];
    const said = riskHeadline(null, events);
    expect(said.text.zh).toBe("“事件a”、“事件b”等 3 类事件正在发生；所知太少，无法估计新发生的概率");
    expect(said.text.en).toBe(
      "Under way: event a, event b and 1 more; too little is known to tell how likely another is",
    );
    expect(deniedRiskClaims(said, shown(null, events))).toEqual([]);
  });

  it("does not count events of which nothing is known as not under way", () => {
    const events = [event("a", null)];
    for (const known of [events, []]) {
      const said = riskHeadline(composite(34, 50), known);
      expect(said.text.zh).toBe("这一天所知太少，还无法判断各类风险事件");
      expect(deniedRiskClaims(said, shown(null, known))).toEqual([]);
    }
  });

  it.each([20, 50, 50.4, 80])("stands on the right side of the alarm line at %d", (value) => {
    const events = [event("a", false)];
    const c = composite(value, 50);
    const said = riskHeadline(c, events);
    expect(said.text.zh).toContain(value > 50 ? "高于警戒线" : "未过警戒线");
    expect(deniedRiskClaims(said, shown(c, events))).toEqual([]);
  });

  it("is caught when it lies", () => {
    const events = [event("a", true)];
    const said = riskHeadline(composite(34, 50), events);
    expect(deniedRiskClaims(said, shown(composite(60, 50), [event("a", false)])).length).toBeGreaterThan(2);
  });
});

describe("the titles of the composite", () => {
  it.each([
    [34, 30, "较上月上升 4 个百分点"],
    [34, 40, "较上月下降 6 个百分点"],
    [34, 34.2, "与上月基本持平"],
  ])("say level and move from %d after %d", (value, before, words) => {
    const c = composite(value, null, true, before);
    const title = compositeTitle(c.latest);
    expect(title.text.zh).toBe(`2025年4月综合风险 34%，${words}`);
    expect(deniedRiskClaims(title, shown(c, []))).toEqual([]);
  });

  it("name the event that brings most", () => {
    const c = composite(34, null);
    const title = partsTitle(c.contributions, 1);
    expect(title.text.zh).toBe("综合风险主要来自“事件a”，占 22 个百分点");
    expect(title.text.en).toBe("Most of the risk comes from event a: 22 points");
    expect(deniedRiskClaims(title, shown(c, []))).toEqual([]);
  });

  it("say of the event that brings most when nothing supports a probability of its own", () => {
    const c = composite(20, null);
    const title = partsTitle(c.contributions, 1);
    expect(title.text.zh).toBe("综合风险主要来自“事件b”，占 12 个百分点；其单独的概率仅供研究");
    expect(title.text.en).toBe(
      "Most of the risk comes from event b: 12 points; its own probability is for research only",
    );
    expect(deniedRiskClaims(title, shown(c, []))).toEqual([]);
  });

  it("call small what is small", () => {
    expect(partsTitle([], 0).text.zh).toBe("各事件的贡献都很小");
  });
});
