import { describe, expect, it } from "vitest";
import { randomSource } from "../../statistics/random/generator.ts";
import { constantOnly, design, designOf } from "../design.ts";
import { binaryModel } from "./binaryModel.ts";
import { brierScore } from "./brierScore.ts";
import { LINKS, type LinkName } from "./link.ts";
import { roc } from "./roc.ts";

function simulated(link: LinkName, n = 3000, seed = 3) {
  const random = randomSource(seed);
  const x = Float64Array.from({ length: n }, () => random.normal());
  const y = x.map((v) => (random.uniform() < LINKS[link].probability(-0.5 + v) ? 1 : 0));
  return { x, y };
}

describe.each(["logit", "probit"] as const)("%s", (link) => {
  const { x, y } = simulated(link);
  const fit = binaryModel(y, design([x]), link);

  it("finds what made the figures, within its own errors", () => {
    expect(Math.abs(fit.coefficients[0]! + 0.5)).toBeLessThan(4 * fit.standardErrors[0]!);
    expect(Math.abs(fit.coefficients[1]! - 1)).toBeLessThan(4 * fit.standardErrors[1]!);
  });

  it("stands where the scores sum to zero", () => {
    for (let j = 0; j < 2; j++) {
      let sum = 0;
      for (let t = 0; t < y.length; t++) sum += fit.scores.data[t * 2 + j]!;
      expect(Math.abs(sum)).toBeLessThan(1e-6);
    }
  });

  it("turns its signs when yes and no change places", () => {
    const turned = binaryModel(
      y.map((v) => 1 - v),
      design([x]),
      link,
    );
    fit.coefficients.forEach((b, j) => {
      expect(turned.coefficients[j]!).toBeCloseTo(-b, 8);
    });
    expect(turned.logLikelihood).toBeCloseTo(fit.logLikelihood, 8);
  });

  it("fits the share of ones with a constant alone", () => {
    const share = y.reduce((a, b) => a + b, 0) / y.length;
    const alone = binaryModel(y, constantOnly(y.length), link);
    expect(alone.fitted[0]!).toBeCloseTo(share, 10);
    expect(alone.mcFaddenR2).toBeCloseTo(0, 10);
  });

  it("predicts its own fitted values", () => {
    expect(fit.predict(design([x]).x)[7]!).toBeCloseTo(fit.fitted[7]!, 14);
    expect(() => fit.predict(designOf({ rows: 1, cols: 1, data: new Float64Array(1) }).x)).toThrow(
      /2 columns/,
    );
  });

  it("says that the classes separate", () => {
    const line = Float64Array.from({ length: 40 }, (_, t) => t);
    expect(() =>
      binaryModel(
        line.map((v) => (v > 20 ? 1 : 0)),
        design([line]),
        link,
      ),
    ).toThrow(/separate/);
  });

  it("says so too where one value of a regressor settles the answer", () => {
    const settled = y.map((v, t) => (t % 10 === 0 ? 1 : v));
    const marks = y.map((_, t) => (t % 10 === 0 ? 1 : 0));
    expect(() => binaryModel(settled, design([x, marks]), link)).toThrow(/separate/);
  });

  it("takes a regressor that almost separates", () => {
    const line = Float64Array.from({ length: 60 }, (_, t) => t - 30);
    const almost = line.map((v, t) => (t === 27 ? 1 : t === 32 ? 0 : v > 0 ? 1 : 0));
    expect(binaryModel(almost, design([line]), link).coefficients[1]!).toBeGreaterThan(0.2);
  });

  it("refuses other y, and a y that never changes", () => {
    expect(() => binaryModel([0, 1, 2, 0], design([[1, 2, 3, 5]]), link)).toThrow(/row 3 holds 2/);
    expect(() => binaryModel([1, 1, 1, 1], design([[1, 2, 3, 5]]), link)).toThrow(/both classes/);
  });
});

describe("ROC curve", () => {
  it("counts ties by half: a worked example", () => {
    // Pairs (one, zero): 3>1, 3>2, 2>1, 2=2 → (1 + 1 + 1 + ½)/4.
    const curve = roc([1, 1, 0, 0], [3, 2, 1, 2]);
    expect(curve.auc).toBeCloseTo(0.875, 14);
    expect([...curve.thresholds]).toEqual([Number.NEGATIVE_INFINITY, 1.5, 2.5, Number.POSITIVE_INFINITY]);
    expect([...curve.sensitivity]).toEqual([1, 1, 0.5, 0]);
    expect([...curve.specificity]).toEqual([0, 0.5, 1, 1]);
    expect(curve.youden.map((p) => p.threshold)).toEqual([1.5, 2.5]);
  });

  it("depends on the order of the scores alone, and mirrors", () => {
    const { x, y } = simulated("logit", 300);
    const a = roc(y, x);
    expect(roc(y, x.map(Math.exp)).auc).toBeCloseTo(a.auc, 14);
    expect(
      roc(
        y,
        x.map((v) => -v),
      ).auc,
    ).toBeCloseTo(1 - a.auc, 12);
    expect(
      roc(
        y,
        x.map((v) => -v),
      ).standardError,
    ).toBeCloseTo(a.standardError, 12);
  });

  it("has an error near what repeated samples show", () => {
    const areas = Array.from({ length: 100 }, (_, i) => {
      const { x, y } = simulated("logit", 200, 50 + i);
      return roc(y, x);
    });
    const mean = areas.reduce((s, r) => s + r.auc, 0) / 100;
    const sd = Math.sqrt(areas.reduce((s, r) => s + (r.auc - mean) ** 2, 0) / 99);
    const said = areas.reduce((s, r) => s + r.standardError, 0) / 100;
    expect(Math.abs(said / sd - 1)).toBeLessThan(0.25);
  });

  it("needs two of each class", () => {
    expect(() => roc([1, 0, 0], [1, 2, 3])).toThrow(/found 1 ones and 2 zeros/);
  });

  it("scores probabilities", () => {
    expect(brierScore([1, 0], [0.5, 0.5])).toBe(0.25);
    expect(brierScore([1, 0], [1, 0])).toBe(0);
    expect(() => brierScore([], [])).toThrow(/found 0 for 0/);
  });
});
