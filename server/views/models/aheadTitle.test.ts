import { describe, expect, it } from "vitest";
import type { ErrorRecord } from "../../routers/views.ts";
import { aheadTitle } from "./aheadTitle.ts";
import { leastErrorFirst } from "./leastErrorFirst.ts";

const row = (model: string, relativeToNaive: number, against: [number, number | null] | null = null) => ({
  model,
  modelTitle: { zh: model, en: model },
  record: { relativeToNaive } as ErrorRecord,
  against: against && { origins: 100, ratio: against[0], p: against[1] },
});

describe("the sentence over a horizon", () => {
  it("names the most accurate and by how much it beats naive", () => {
    const { text, claims } = aheadTitle(1, [row("组合", 0.734), row("ets", 0.8)], "组合", true);
    expect(text.zh).toBe("提前 1 个季度，组合最准，误差比简单沿用小 27%");
    expect(text.en).toBe(
      "1 quarter ahead, 组合 is the most accurate: 27% less error than by repeating figures",
    );
    expect(claims).toEqual([{ kind: "best-ahead:组合", value: 0.734 }]);
  });
  it("holds a better candidate against the model that pages show, and says whether it may be chance", () => {
    const told = (p: number) =>
      aheadTitle(3, [row("bvar", 0.7, [0.88, p]), row("combination", 0.8)], "combination", false).text;
    expect(told(0.03).zh).toBe("提前 3 个月，bvar的误差比页面采用的combination小 12%，不像偶然");
    expect(told(0.05).en).toBe(
      "3 months ahead, bvar errs 12% less than combination, which pages show; that may be chance",
    );
  });
  it("says that nobody beats naive, and that there is nobody", () => {
    expect(aheadTitle(6, [row("ets", 1.02)], null, false).text.zh).toBe(
      "提前 6 个月，没有模型胜过简单沿用；最接近的是ets，误差为其 1.02 倍",
    );
    expect(aheadTitle(6, [], null, false).claims).toEqual([]);
  });
});

describe("models in order", () => {
  it("go by common origins: a candidate with an easy stretch of its own does not lead", () => {
    // Against naive on its few origins the candidate looks best; on those of the model shown it errs more.
    const rows = [row("candidate", 0.6, [1.1, 0.9]), row("shown", 0.8), row("ets", 0.85, [1.05, 0.7])];
    expect(leastErrorFirst(rows, "shown").map((r) => r.model)).toEqual(["shown", "ets", "candidate"]);
  });
  it("go against naive where no model is shown", () => {
    const rows = [row("drift", 1.1), row("ets", 1.02)];
    expect(leastErrorFirst(rows, null).map((r) => r.model)).toEqual(["ets", "drift"]);
  });
});
