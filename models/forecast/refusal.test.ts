import { describe, expect, it } from "vitest";
import { AppError } from "../errors.ts";
import { seriesOf } from "../series/series.ts";
import { linesOf, MODEL_REFUSES, refusalOf, stoppedBy } from "./refusal.ts";
import { SCHEDULED_MODELS } from "./scheduled.ts";

it("knows our own error and a stranger's with a code", () => {
  expect(refusalOf(new AppError("not-enough-data", "needs 24; found 3"))).toEqual({
    code: "not-enough-data",
    message: "needs 24; found 3",
    words: null,
  });
  expect(refusalOf(Object.assign(new Error("too short"), { code: "not-enough-data" }))).toMatchObject({
    code: "not-enough-data",
  });
});
it("takes a programming error for what it is", () => {
  expect(refusalOf(new TypeError("x is not a function"))).toBeNull();
  expect(refusalOf("no")).toBeNull();
});

it("a refusal is told in both languages where the error speaks both, and is no fault", () => {
  const words = { zh: "需要24个月度数据；现有3个", en: "24 monthly observations are needed; found 3" };
  expect(stoppedBy(new AppError("not-enough-data", words))).toEqual({ refused: true, words });
  expect(linesOf(words)).toBe(`${words.zh}\n${words.en}`);
});
it("a stranger's refusal in English keeps its own sentence in both", () => {
  const { refused, words } = stoppedBy(Object.assign(new Error("too short"), { code: "not-enough-data" }));
  expect(refused).toBe(true);
  expect(words.en).toBe("too short");
  expect(words.zh).toMatch(/^数据不足.*too short/);
});
it("an input that makes no sense is a model's to refuse, and a fault of anything else", () => {
  const gap = new AppError("invalid-input", "cannot bridge the gap in 2020-01");
  expect(stoppedBy(gap, MODEL_REFUSES).refused).toBe(true);
  expect(stoppedBy(gap).refused).toBe(false);
});
it("a programming error is a fault under its own text", () => {
  const { refused, words } = stoppedBy(new TypeError("x is not a function"), MODEL_REFUSES);
  expect(refused).toBe(false);
  expect(linesOf(words)).toBe("x is not a function");
});

describe("a series too short for every scheduled model", () => {
  it("is refused by each with what was found and what is needed, in both languages", () => {
    const series = seriesOf(
      { indicator: "cpi.yoy", region: "CHN", frequency: "M", basis: "period", unit: "percent" },
      [],
    );
    for (const model of SCHEDULED_MODELS) {
      const stopped = (() => {
        try {
          model.fit({ target: series, drivers: [], seed: 1 }, model.defaults);
        } catch (error) {
          return stoppedBy(error, MODEL_REFUSES);
        }
        return null;
      })();
      expect(stopped).toMatchObject({ refused: true });
      expect(stopped!.words.zh).toMatch(/需要\d+个.*居民消费价格同比”有0个/);
      expect(stopped!.words.en).toMatch(/needs \d+ .*“CPI, y\/y” has 0/);
    }
  });
});
