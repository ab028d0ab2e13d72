import { describe, expect, it } from "vitest";
import { deniedRiskClaims } from "../../../tests/support/deniedRiskClaims.ts";
import type { RiskEventView, RiskOverview } from "../../routers/views.ts";
import { provenOnly } from "./provenOnly.ts";

const view = (proven: boolean, on: boolean | null = false): RiskEventView =>
  ({
    id: "export-slump",
    title: { zh: "出口下滑", en: "Export slump" },
    window: 12,
    state: { on, month: "2025-04", since: "2025-03", months: 2 },
    probability:
      on === true ? null : { month: "2025-04", value: 39, lower: 30, upper: 51, level: 90, change: 1 },
    withheld: false,
    proven,
    spark: { periods: ["2025-03", "2025-04"], values: [38, 39] },
    months: ["2025-03", "2025-04"],
    joined: { level: 90, value: [38, 39], lower: [29, 30], upper: [50, 51] },
    cutoffs: [20, 21],
    models: [{ id: "probit" }],
    contributions: [{ id: "base", name: { zh: "", en: "" }, points: 39 }],
    candidates: [{ indicator: "pmi.manufacturing" }],
    episodes: [{ month: "2008-09" }],
    verdict: { zh: "不支持", en: "no" },
  }) as unknown as RiskEventView;

describe("what a leader is told of an event", () => {
  it("is all of it where the past record supports its probability", () => {
    expect(provenOnly.view(view(true))).toEqual(view(true));
  });

  it("is no figure of a model where it does not; state, signals, like months and the verdict stay", () => {
    const told = provenOnly.view(view(false));
    expect(JSON.stringify(told)).not.toMatch(/\b(38|39|30|51)\b/);
    expect(told).toMatchObject({ withheld: true, probability: null, models: [], contributions: [] });
    expect(told.joined.value).toHaveLength(told.months.length);
    expect(told.candidates).toHaveLength(1);
    expect(told.episodes).toHaveLength(1);
    expect(told.headline.text.zh).toBe("出口下滑：目前未发生；过去的记录不支持用模型预判");
    expect(deniedRiskClaims(told.headline, { event: told })).toEqual([]);
  });

  it("says that an event is on, or that this is not known, as before", () => {
    expect(provenOnly.view(view(false, true)).headline.text.zh).toContain("正在发生");
    expect(provenOnly.view(view(false, null)).headline.text.zh).toContain("是否正在发生尚不可知");
  });
});

describe("what a leader is told of the risks together", () => {
  const overview = (proven: boolean): RiskOverview =>
    ({
      composite: { proven, verdict: { zh: "记录", en: "record" } },
      why: null,
      events: [{ id: "export-slump", event: view(false) }],
    }) as unknown as RiskOverview;

  it("is the composite where its own record supports it, whatever its parts, and else why there is none", () => {
    expect(provenOnly.overview(overview(true)).composite).not.toBeNull();
    expect(provenOnly.overview(overview(false))).toMatchObject({ composite: null, why: { en: "record" } });
  });

  it("holds back each event's own probability that no record supports", () => {
    expect(provenOnly.overview(overview(true)).events[0]!.event).toMatchObject({
      withheld: true,
      probability: null,
      spark: { values: [] },
    });
  });
});
