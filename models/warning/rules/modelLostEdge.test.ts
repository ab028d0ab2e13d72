import { describe, expect, it } from "vitest";
import { contextOf, recordOfModel, seriesFrom } from "../../../tests/contracts/warningInputs.ts";
import type { LostEdge } from "../../forecast/lostEdge.ts";
import { messageOf } from "../messageOf.ts";
import { modelLostEdge } from "./modelLostEdge.ts";

const lost = (more: Partial<LostEdge> = {}): LostEdge => ({
  model: "ets",
  since: "2025-05-10",
  standing: {
    state: "demoted",
    since: "2025-05-10",
    origins: 150,
    all: 0.9,
    recent: 1.08,
    window: 24,
    because: { ratio: 1.07, origins: 24 },
  },
  record: { ...recordOfModel("ets"), standing: { ...recordOfModel("ets").standing, state: "demoted" } },
  successor: "arima",
  successorRecord: recordOfModel("arima"),
  ...more,
});
const asked: string[] = [];
const judge = (found: LostEdge | null, months = 5) =>
  modelLostEdge.evaluate(
    { "cpi.yoy": seriesFrom("cpi.yoy", "2025-01", Array(months).fill(0.1)) },
    modelLostEdge.defaults,
    contextOf("2025-06-30", "cpi.yoy", {
      lostEdge: (_indicator, _region, from) => {
        asked.push(from);
        return found;
      },
    }),
  );

describe("a model that lost its edge", () => {
  it("is watched while another takes its place, warned of where none does", () => {
    expect(judge(lost())).toMatchObject({ severity: "watch", direction: "none", value: 0.1 });
    expect(judge(lost({ successor: null }))).toMatchObject({ severity: "warning" });
  });

  it("says who, since when and by how much, in both languages", () => {
    const signal = judge(lost());
    if (signal.kind !== "decided") throw new Error("undecided");
    const words = messageOf(modelLostEdge, signal, {
      indicator: () => ({ zh: "居民消费价格同比", en: "CPI" }),
      region: (code) => ({ zh: code, en: code }),
      unit: () => ({ zh: "%", en: " %" }),
      model: () => ({ zh: "指数平滑", en: "exponential smoothing" }),
    });
    expect(words.zh).toBe(
      "居民消费价格同比此前采用的模型“指数平滑”已于2025年5月10日降级：在此前24次预测中，误差为直接沿用上期或上年同期数值的1.07倍",
    );
    expect(words.en).toContain("exponential smoothing, was demoted on 10 May 2025: over the 24 forecasts");
    expect(signal.evidence.slice(0, 2).filter((e) => e.met)).toHaveLength(1);
    // The record of who lost its place, then of who took it.
    expect(signal.evidence.slice(2).map((e) => e.from!.id)).toEqual([
      "ets",
      "ets",
      "ets",
      "arima",
      "arima",
      "arima",
    ]);
    expect(signal.evidence[4]).toMatchObject({
      met: false,
      condition: { zh: expect.stringContaining("降级") },
    });
  });

  it("asks for the news of half a year, and is silent where there is none", () => {
    expect(judge(null)).toMatchObject({ severity: "none" });
    expect(asked.at(-1)).toBe("2024-12-29");
  });

  it("is undecided while its figure is missing", () =>
    expect(judge(lost(), 0)).toMatchObject({ kind: "undecided" }));
});
