import { describe, expect, it } from "vitest";
import { deniedRiskClaims } from "../../../tests/support/deniedRiskClaims.ts";
import type { RiskEventView } from "../../routers/views.ts";
import { candidatesTitle, episodesTitle, eventHeadline, modelsTitle } from "./eventTitles.ts";

const view = (over: Partial<RiskEventView>): RiskEventView =>
  ({
    id: "export-slump",
    title: { zh: "出口下滑", en: "Export slump" },
    window: 12,
    state: { on: false, month: "2025-04", since: "2024-01", months: 16 },
    probability: { month: "2025-04", value: 38.97, lower: 30.2, upper: 51.2, level: 90, change: -4.5 },
    proven: true,
    candidates: [],
    models: [],
    episodes: [],
    ...over,
  }) as unknown as RiskEventView;
const candidate = (zh: string, signalling: boolean | null) =>
  ({ short: { zh, en: zh }, signalling }) as unknown as RiskEventView["candidates"][number];

describe("the titles of an event", () => {
  it("tell the probability with its band, and that the past does not support it where so", () => {
    const said = eventHeadline(view({}));
    expect(said.text.zh).toBe("出口下滑：未来 12 个月发生的概率 39%（90% 区间 30%–51%）");
    expect(deniedRiskClaims(said, { event: view({}) })).toEqual([]);
    const unproven = view({ proven: false });
    expect(eventHeadline(unproven).text.zh).toContain("过去的记录不支持");
    expect(eventHeadline(unproven).text.en).toContain("not supported by the past record");
    expect(deniedRiskClaims(eventHeadline(unproven), { event: unproven })).toEqual([]);
    expect(deniedRiskClaims(said, { event: unproven })).toHaveLength(1);
  });

  it("tell that it is on, and no probability then", () => {
    const on = view({
      state: { on: true, month: "2025-04", since: "2022-12", months: 29 },
      probability: null,
    });
    const said = eventHeadline(on);
    expect(said.text.zh).toBe("出口下滑：正在发生，自2022年12月起已持续 29 个月");
    expect(said.text.en).toBe("Export slump: under way since Dec 2022, 29 months");
    expect(deniedRiskClaims(said, { event: on })).toEqual([]);
    expect(eventHeadline(view({ probability: null })).text.zh).toBe("出口下滑：所知太少，无法估计概率");
  });

  it("count the signals past their threshold, those not judged left out", () => {
    const some = [
      candidate("PMI", true),
      candidate("M1", false),
      candidate("进口", true),
      candidate("缺", null),
    ];
    const said = candidatesTitle(some);
    expect(said.text.zh).toBe("3 个先行信号中 2 个越过门槛：PMI、进口");
    expect(deniedRiskClaims(said, { event: view({ candidates: some }) })).toEqual([]);
    const none = [candidate("PMI", false)];
    expect(candidatesTitle(none).text.zh).toBe("1 个先行信号均未越过门槛");
    expect(deniedRiskClaims(said, { event: view({ candidates: none }) })).not.toEqual([]);
  });

  it("count the models that beat guessing", () => {
    const models = [
      { auroc: 0.98, permutationP: 0.055 },
      { auroc: 0.53, permutationP: 0.5 },
      { auroc: 0.12, permutationP: 0.05 },
    ] as unknown as RiskEventView["models"];
    const said = modelsTitle(models);
    expect(said.text.zh).toBe("3 个模型中 1 个胜过随机猜测");
    expect(deniedRiskClaims(said, { event: view({ models }) })).toEqual([]);
    const untried = [{ auroc: null, permutationP: null }] as unknown as RiskEventView["models"];
    expect(modelsTitle(untried).text.zh).toBe("过去发生的次数太少，模型无从检验");
  });

  it("count what came after similar months, open ones left out", () => {
    const episodes = [
      { period: "2013-12", similarity: 0.9, afterwards: 5, event: true },
      { period: "2014-06", similarity: 0.9, afterwards: -4, event: false },
      { period: "2024-12", similarity: 0.8, afterwards: null, event: null },
    ];
    const said = episodesTitle(episodes, 12);
    expect(said.text.zh).toBe("与当前最相似的 2 个时期中，1 个在其后 12 个月内发生了该事件");
    expect(deniedRiskClaims(said, { event: view({ episodes }) })).toEqual([]);
    expect(episodesTitle([], 12).text.en).toBe("No past months to compare with");
  });
});
