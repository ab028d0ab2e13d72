import { describe, expect, it } from "vitest";
import { periodOfSlot } from "../series/period.ts";
import { randomSource } from "../statistics/random/generator.ts";
import { type AdjustmentSpec, adjust } from "./adjust.ts";
import { historyAdjuster, spanAdjuster } from "./adjuster.ts";
import { chooseSpringFestival } from "./holidays/chooseSpringFestival.ts";
import { springFestivalBlocks } from "./holidays/springFestivalBlocks.ts";
import { revisionHistory } from "./quality/revisionHistory.ts";
import { slidingSpans } from "./quality/slidingSpans.ts";
import { REVISION_POLICIES, refresh } from "./refresh.ts";
import { festivalShare } from "./regarima/festivalShare.ts";
import { airline, problemOf } from "./regarima/model.ts";
import { REGARIMA } from "./regarima/regarima.ts";
import { splitJanuaryFebruary } from "./splitJanuaryFebruary.ts";
import { stored } from "./storedAdjustment.ts";

const FIRST = 2004 * 12;
const EFFECTS = { before: 0.12, during: -0.2, after: -0.1 };

/** Months of a Chinese flow: trend, season, Spring Festival in three blocks with known effects, noise. */
function flow(n: number, seed: number, noise = 0.02): Float64Array {
  const random = randomSource(seed);
  const span = { first: FIRST, count: n, period: 12 };
  const [before, during, after] = springFestivalBlocks().map((b) => festivalShare(span, b));
  let level = 5;
  return Float64Array.from({ length: n }, (_, t) => {
    level += 0.006 + 0.5 * noise * random.normal();
    const season = 0.1 * Math.sin((2 * Math.PI * t) / 12) - 0.05 * Math.cos((Math.PI * t) / 2);
    const festival = EFFECTS.before * before![t]! + EFFECTS.during * during![t]! + EFFECTS.after * after![t]!;
    return Math.exp(level + season + festival + noise * random.normal());
  });
}

const given: AdjustmentSpec["regarima"] = {
  transform: "log",
  regressors: springFestivalBlocks(),
  tradingDays: null,
  easterWindows: null,
  order: airline(12),
  outliers: null,
};
const series = (values: Float64Array) => ({ values, first: FIRST, period: 12 });

describe.each(["x11", "seats"] as const)("an adjustment by %s", (method) => {
  const values = flow(168, 1);
  values[70] = values[70]! * 1.3;
  const done = adjust(series(values), {
    method,
    regarima: { ...given, outliers: { kinds: ["ao", "ls"] } },
  });
  it("multiplies back: original = combined × adjusted, adjusted = trend × irregular, combined = its parts", () => {
    values.forEach((v, t) => {
      expect(done.combined[t]! * done.adjusted[t]!).toBeCloseTo(v, 8);
      expect(done.trend[t]! * done.irregular[t]!).toBeCloseTo(done.adjusted[t]!, 8);
      expect(done.seasonal[t]! * done.tradingDay[t]! * done.holiday[t]!).toBeCloseTo(done.combined[t]!, 10);
    });
  });
  it("leaves an outlier in the adjusted series, in the irregular and not in the trend", () => {
    expect(done.regarima.outliers).toContainEqual({ kind: "ao", at: FIRST + 70 });
    expect(done.irregular[70]).toBeGreaterThan(1.2);
    expect(done.trend[70]! / done.trend[69]!).toBeLessThan(1.05);
  });
  it("adjusts its forecasts alike", () => {
    const { original, combined, adjusted } = done.ahead;
    expect(original).toHaveLength(12);
    original.forEach((v, h) => {
      expect(combined[h]! * adjusted[h]!).toBeCloseTo(v, 8);
    });
  });
  it("keeps the identities with a user's effect, which stays in the adjusted series", () => {
    const strike = { kind: "user", name: "strike", effect: "user", first: FIRST } as const;
    const column = Array.from({ length: 180 }, (_, t) => (t === 90 || t === 91 ? 1 : 0));
    const own = adjust(series(values), {
      method,
      regarima: { ...given, regressors: [{ ...strike, values: column }, ...springFestivalBlocks()] },
    });
    values.forEach((v, t) => {
      expect(own.combined[t]! * own.adjusted[t]!).toBeCloseTo(v, 8);
      expect(own.trend[t]! * own.irregular[t]!).toBeCloseTo(own.adjusted[t]!, 8);
    });
    expect(own.tables[method === "x11" ? "d16" : "s16"]).toEqual(own.combined);
  });
  it("adds back where no logs are taken", () => {
    const sums = adjust(series(values.map((v) => v - 150)), {
      method,
      regarima: { ...given, transform: "none" },
    });
    sums.original.forEach((v, t) => {
      expect(sums.combined[t]! + sums.adjusted[t]!).toBeCloseTo(v, 7);
      expect(sums.trend[t]! + sums.irregular[t]!).toBeCloseTo(sums.adjusted[t]!, 7);
    });
  });
});

describe("an extension before the series", () => {
  it("changes the first years a little and the last hardly, and keeps the identities", () => {
    const values = flow(168, 1);
    const without = adjust(series(values), { regarima: given });
    const extended = adjust(series(values), { regarima: { ...given, backcasts: 12 } });
    values.forEach((v, t) => {
      expect(extended.combined[t]! * extended.adjusted[t]!).toBeCloseTo(v, 8);
      expect(Math.abs(extended.seasonal[t]! / without.seasonal[t]! - 1)).toBeLessThan(t < 60 ? 0.03 : 0.006);
    });
    expect(extended.seasonal).not.toEqual(without.seasonal);
  });
});

describe("the Spring Festival", () => {
  it("is estimated as it was planted, within three standard errors, and averages to nothing over a century", () => {
    const { regarima } = adjust(series(flow(240, 3)), { regarima: given });
    const { coefficients, factor, sigma2 } = regarima.model.fit;
    const k = coefficients.length;
    Object.values(EFFECTS).forEach((effect, i) => {
      // 1/L(i,i) bounds the standard error from below; correlations between the blocks make it at most twice that.
      const se = (2 * Math.sqrt(sigma2)) / factor[i * k + i]!;
      expect(Math.abs(coefficients[i]! - effect)).toBeLessThan(3 * se);
    });
    const century = { first: 1951 * 12, count: 1200, period: 12 };
    const shares = springFestivalBlocks().map((b) => festivalShare(century, b));
    let mean = 0;
    for (let t = 0; t < 1200; t++) mean += shares.reduce((s, x, i) => s + coefficients[i]! * x[t]!, 0) / 1200;
    expect(Math.abs(mean)).toBeLessThan(1e-12);
  });
  it("chooses windows that hold the planted ones better than none, and none for a series without it", () => {
    const model = { log: true, prior: "none", order: airline(12), regressors: [] } as const;
    const search = { before: [0, 15], during: [7], after: [0, 14], largest: 1.5 };
    const found = chooseSpringFestival(problemOf(flow(168, 4), FIRST, 12, 0), model, search);
    expect(found).toMatchObject({ kind: "three-blocks", window: { before: 15, during: 7, after: 14 } });
    const random = randomSource(9);
    const quiet = Float64Array.from({ length: 168 }, (_, t) =>
      Math.exp(4 + 0.005 * t + 0.1 * Math.sin((Math.PI * t) / 6) + 0.02 * random.normal()),
    );
    const guarded = { ...search, signs: { during: 1 }, largest: 0.01 } as const;
    expect(chooseSpringFestival(problemOf(quiet, FIRST, 12, 0), model, guarded).kind).toBe("none");
  });
});

describe("revision policies", () => {
  const values = flow(156, 6);
  values[40] = values[40]! * 0.7;
  const spec: AdjustmentSpec = {
    method: "x11",
    x11: {},
    regarima: { ...REGARIMA, ...given, outliers: { kinds: ["ao", "ls"] } },
  };
  const before = stored(adjust(series(values.subarray(0, 150)), spec), spec);
  const after = Object.fromEntries(
    REVISION_POLICIES.map((p) => [p, refresh(before, series(values), p)]),
  ) as Record<(typeof REVISION_POLICIES)[number], ReturnType<typeof refresh>>;

  it("fixed changes nothing in the specification and is the same adjustment on the same figures", () => {
    expect(after.fixed.changes).toEqual([]);
    expect(after.fixed.stored).toEqual({ ...before, last: FIRST + 155 });
    const again = refresh(before, series(values.subarray(0, 150)), "fixed");
    const first = adjust(series(values.subarray(0, 150)), spec);
    again.adjustment.adjusted.forEach((v, t) => {
      expect(v).toBeCloseTo(first.adjusted[t]!, 6);
    });
  });
  it("nest: what one policy estimates anew, the next does too, and only the named parts move", () => {
    expect(after.coefficients.stored.arma).toEqual(before.arma);
    expect(after.coefficients.stored.coefficients).not.toEqual(before.coefficients);
    expect(after.coefficients.changes.map((c) => c.en)).toEqual(["regression coefficients estimated anew"]);
    expect(after.arma.stored.arma).not.toEqual(before.arma);
    for (const p of ["fixed", "coefficients", "arma"] as const)
      expect(after[p].stored.outliers).toEqual(before.outliers);
    for (const p of ["last-outliers", "outliers"] as const)
      expect(after[p].stored.order).toEqual(before.order);
    const likelihood = (p: keyof typeof after) => after[p].adjustment.regarima.model.fit.logLikelihood;
    expect(likelihood("coefficients")).toBeGreaterThanOrEqual(likelihood("fixed"));
    expect(likelihood("arma")).toBeGreaterThanOrEqual(likelihood("coefficients") - 1e-9);
  });
  it("find an outlier of the last year where they look for it, and keep the older one", () => {
    const shocked = values.slice();
    shocked[153] = shocked[153]! * 1.4;
    const fresh = refresh(before, series(shocked), "last-outliers");
    const found = fresh.changes.map((c) => c.en).join();
    expect(found).toMatch(new RegExp(`outlier ${periodOfSlot(FIRST + 153, "M")} .*\\((AO|LS)\\) found`));
    expect(fresh.stored.outliers).toContainEqual({ kind: "ao", at: FIRST + 40 });
    expect(refresh(before, series(shocked), "arma").stored.outliers).toEqual(before.outliers);
  });
  it("are each reproduced from what they stored", () => {
    for (const p of REVISION_POLICIES) {
      const again = refresh(after[p].stored, series(values), "fixed").adjustment.adjusted;
      after[p].adjustment.adjusted.forEach((v, t) => {
        expect(again[t]! / v).toBeCloseTo(1, 8);
      });
    }
  });
  it("keep a stored model as plain data", () => {
    expect(JSON.parse(JSON.stringify(before))).toEqual(before);
  });
});

describe("spans and histories", () => {
  it("go through a stored model", () => {
    const values = flow(144, 8);
    const spec: AdjustmentSpec = { method: "x11", x11: {}, regarima: { ...REGARIMA, ...given } };
    const model = stored(adjust(series(values), spec), spec);
    const spans = slidingSpans(
      values,
      { period: 12, firstPeriod: 1, years: 8, spans: 3 },
      spanAdjuster(series(values), model),
    );
    expect(spans.seasonal.percent).toBeLessThan(15);
    const history = revisionHistory(
      values,
      { period: 12, first: 140 },
      historyAdjuster(series(values), model),
    );
    expect(history.final).toHaveLength(144);
    expect(history.level.meanAbsolute).toBeLessThan(2);
  });
});

describe("January and February published together", () => {
  it("are split so that they sum to what was published, near the truth where the festival decides", () => {
    const truth = flow(180, 12, 0.01);
    const values = truth.slice();
    // From 2012 on only the sum is known.
    for (let t = 96; t < 180; t += 12) {
      values[t] = Number.NaN;
      values[t + 1] = truth[t]! + truth[t + 1]!;
    }
    const split = splitJanuaryFebruary(series(values), { log: true, regressors: springFestivalBlocks() });
    expect(split.shares).toHaveLength(7);
    let error = 0;
    let naive = 0;
    for (let t = 96; t < 180; t += 12) {
      expect(split.values[t]! + split.values[t + 1]!).toBeCloseTo(truth[t]! + truth[t + 1]!, 8);
      error += Math.log(split.values[t]! / truth[t]!) ** 2 / 7;
      naive += Math.log(values[t + 1]! / 2 / truth[t]!) ** 2 / 7;
    }
    expect(Math.sqrt(error)).toBeLessThan(0.03);
    expect(error).toBeLessThan(naive / 4);
    expect(split.shares.every((s) => s.se > 0 && s.se < 0.05)).toBe(true);
  });
  it("need the sum where January is missing", () => {
    const values = flow(60, 1);
    values[24] = values[25] = Number.NaN;
    expect(() => splitJanuaryFebruary(series(values), { log: true, regressors: [] })).toThrow(/January 2006/);
  });
});
