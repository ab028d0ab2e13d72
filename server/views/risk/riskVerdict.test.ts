import { describe, expect, it } from "vitest";
import type { EventAnalysis } from "../../../models/warning/china/eventAnalysis.ts";
import { riskVerdict } from "./riskVerdict.ts";

type Record = EventAnalysis["record"];

const verdict = (over: Partial<Record>, proven: boolean) =>
  riskVerdict({
    record: {
      auroc: 0.75,
      aurocLower: 0.6,
      aurocUpper: 0.9,
      permutationP: 0.04,
      caught: 6,
      onsets: 10,
      lead: 6.83,
      falseAlarmsPerYear: 0.11,
      ...over,
    },
    proven,
  });

describe("what the past record says of an event", () => {
  it("tells what it caught, how early, and how often it cried wolf", () => {
    const said = verdict({ auroc: 0.98, caught: 4, onsets: 4 }, true);
    expect(said.zh).toBe(
      "过去的记录支持这一概率：4 次发生前有 4 次提前发出信号，平均提前 7 个月，误报每年 0.1 次；次数少，宜慎用。",
    );
    expect(said.en).toContain("4 of 4 onsets were signalled before, 7 months ahead on average");
  });
  it("says plainly that it does no better than guessing", () => {
    const said = verdict({ auroc: 0.354, permutationP: 0.73 }, false);
    expect(said.zh).toContain("过去的记录不支持据此预判：区分能力 0.35（0.5 等于猜）");
    expect(said.zh).toContain("73% 的机会");
    expect(said.en).toContain("for research only");
  });
  it("says that nothing can be said where the event began too seldom", () => {
    const said = verdict({ auroc: null, permutationP: null }, false);
    expect(said.zh).toContain("次数太少");
    expect(said.zh).not.toMatch(/支持据此/);
  });
  it("leaves out what was never caught rather than inventing a lead", () => {
    const said = verdict({ caught: 0, lead: null, falseAlarmsPerYear: null }, true);
    expect(said.zh).toBe("过去的记录支持这一概率：10 次发生前有 0 次提前发出信号。");
  });
});
