import { describe, expect, it } from "vitest";
import {
  probabilityRecordEvidence,
  provenSince,
  sinceWords,
  type ToldRecord,
  wholeFrequency,
} from "./probabilityRecordEvidence.ts";

const months = ["2020-01", "2020-02", "2020-03", "2020-04", "2020-05"];
const FROM = { kind: "analysis", id: "event", vintage: "2021-06-30" } as const;
const told = (more: Partial<ToldRecord> = {}): ToldRecord => ({
  months,
  path: { level: 90, value: [20, 80, 40, 60, 90], lower: [10, 60, 30, 50, 80], upper: [40, 90, 60, 80, 95] },
  naive: [50, 50, 50, 50, 50],
  naiveIs: { zh: "历史频率", en: "the past frequency" },
  outcomes: [false, true, false, true, null],
  window: 12,
  ...more,
});

describe("what told probabilities were worth", () => {
  it("is their error over the naive one's on settled months alone", () => {
    // √((20² + 20² + 40² + 40²) / (4 · 50²)) = √0.4
    const [error] = probabilityRecordEvidence(told(), FROM);
    expect(error!.value).toBeCloseTo(Math.sqrt(0.4), 12);
    expect(error).toMatchObject({ threshold: 1, unit: "times", met: true, from: FROM });
    expect(error!.condition.zh).toMatch(/2020年1月至2020年4月共4个已有结果的月份.*历史频率/);
  });
  it("says whether what happened lies inside the mean band", () => {
    // Half of the months were followed by it; the mean band is 37.5 to 67.5.
    expect(probabilityRecordEvidence(told(), FROM)[1]).toMatchObject({
      value: 50,
      unit: "percent",
      met: true,
    });
    const sure = told({ outcomes: [true, true, true, true, null] });
    expect(probabilityRecordEvidence(sure, FROM)[1]).toMatchObject({ value: 100, met: false });
  });
  it("is not told where nothing is settled, nothing was told, or the naive one never erred", () => {
    expect(probabilityRecordEvidence(told({ outcomes: months.map(() => null) }), FROM)).toEqual([]);
    expect(probabilityRecordEvidence(told({ naive: months.map(() => null) }), FROM)).toEqual([]);
    expect(probabilityRecordEvidence(told({ naive: [0, 100, 0, 100, 0] }), FROM)).toEqual([]);
  });
  it("the whole record's frequency counts settled months for which something was told", () => {
    expect(wholeFrequency([true, false, false, true, null], [null, 10, 20, 30, 40])).toEqual(
      months.map(() => 100 / 3),
    );
    expect(wholeFrequency([null], [10])).toEqual([0]);
  });
  it("is proven since the month after it last was not", () => {
    expect(provenSince(months, [true, false, true, true, true])).toBe("2020-03");
    expect(provenSince(months, [true, true, true, true, true])).toBe("2020-01");
    expect(provenSince(months, [true, true, true, true, false])).toBeNull();
    expect(sinceWords("2020-03").zh).toBe("（自2020年3月起）");
    expect(sinceWords(null).en).toBe("");
  });
});
