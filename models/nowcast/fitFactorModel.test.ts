import { describe, expect, it } from "vitest";
import { randomSource } from "../statistics/random/generator.ts";
import { expectationStep, workspaceOf } from "./expectationStep.ts";
import { factorAutocovariance } from "./factorAutocovariance.ts";
import type { FactorModel, FactorParameters } from "./factorModel.ts";
import { standardise } from "./factorPanel.ts";
import { fitFactorModel } from "./fitFactorModel.ts";
import { maximise } from "./maximise.ts";
import { simulateFactorModel } from "./simulateFactorModel.ts";
import { stateLayout } from "./stateLayout.ts";
import { everyRow, gappyPanel, START } from "./testFactorModel.ts";

const rises = (path: readonly number[]): boolean =>
  path.every((l, i) => i === 0 || l >= path[i - 1]! - 1e-9 * Math.abs(l));

/** Ten series on one factor, the last quarterly. */
function oneFactor(idiosyncratic: "ar1" | "white" = "ar1"): {
  model: FactorModel;
  parameters: FactorParameters;
} {
  const model: FactorModel = {
    blocks: [{ name: "global", factors: 1, order: 1 }],
    series: Array.from({ length: 10 }, (_, i) => ({
      id: `s${i}`,
      row: i === 9 ? { kind: "quarterly-mean" } : { kind: "monthly" },
      blocks: ["global"],
      idiosyncratic,
    })),
  };
  return {
    model,
    parameters: {
      loadings: Float64Array.from({ length: 10 }, (_, i) => 0.5 + 0.05 * i),
      transition: [Float64Array.of(0.8)],
      innovation: [Float64Array.of(0.36)],
      rho: new Float64Array(10).fill(idiosyncratic === "ar1" ? 0.4 : 0),
      variance: new Float64Array(10).fill(0.4),
    },
  };
}
const correlation = (a: Float64Array, b: Float64Array): number => {
  const mean = (x: Float64Array) => x.reduce((s, v) => s + v, 0) / x.length;
  const [m, n] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((v, i) => {
    ab += (v - m) * (b[i]! - n);
    aa += (v - m) ** 2;
    bb += (b[i]! - n) ** 2;
  });
  return ab / Math.sqrt(aa * bb);
};

describe("EM", () => {
  it("never lowers the likelihood, step by step, with every kind of row, gaps and blocks", () => {
    for (const kind of ["lean", "plain"] as const) {
      const drawn = everyRow(21);
      const panel = gappyPanel(drawn, 42, 0.15);
      const values = standardise(panel, { mean: new Float64Array(12), sd: new Float64Array(12).fill(1) });
      const work = workspaceOf(stateLayout(drawn.model, START, 42, values, kind));
      let p: FactorParameters = {
        ...drawn.parameters,
        variance: drawn.parameters.variance.map((v) => 2 * v),
      };
      const path: number[] = [];
      for (let i = 0; i < (kind === "lean" ? 12 : 6); i++) {
        const e = expectationStep(work, p, values);
        path.push(e.logLikelihood);
        p = maximise(work.layout, e, values, p);
      }
      expect(rises(path)).toBe(true);
      expect(path.at(-1)!).toBeGreaterThan(path[0]! + 5);
    }
  });

  it("climbs with its long steps too, at least as high as without them", () => {
    const { model, parameters } = oneFactor();
    const { panel } = simulateFactorModel(model, parameters, START, 120, randomSource(31));
    const plain = fitFactorModel(model, panel, { accelerate: false, tolerance: 1e-7 });
    const quick = fitFactorModel(model, panel, { tolerance: 1e-7 });
    expect(rises(plain.path) && rises(quick.path)).toBe(true);
    expect(quick.path.at(-1)!).toBeGreaterThan(plain.path.at(-1)! - 1e-2);
    expect(quick.iterations).toBeLessThan(plain.iterations);
  });

  it("moves the loadings of series with AR(1) errors, which the peer's convention gives back as they were", () => {
    const { model, parameters } = oneFactor();
    const { panel } = simulateFactorModel(model, parameters, START, 90, randomSource(32));
    const start = fitFactorModel(model, panel, { maxIterations: 2 }).start;
    const halved = { ...start, loadings: start.loadings.map((l) => l / 2) };
    const moved = (em: "exact" | "statsmodels"): number => {
      const fit = fitFactorModel(model, panel, { em, start: halved, maxIterations: 3, tolerance: 0 });
      return fit.parameters.loadings.reduce((m, l, i) => Math.max(m, Math.abs(l - halved.loadings[i]!)), 0);
    };
    expect(moved("statsmodels")).toBeLessThan(1e-12);
    expect(moved("exact")).toBeGreaterThan(0.02);
  });

  it("finds the factor's memory and the loadings' proportions again on a long panel", () => {
    const { model, parameters } = oneFactor();
    const { panel, factors } = simulateFactorModel(model, parameters, START, 480, randomSource(33));
    const fit = fitFactorModel(model, panel, { tolerance: 1e-7 });
    expect(Math.abs(fit.parameters.transition[0]![0]! - 0.8)).toBeLessThan(0.08);
    expect(Math.abs(fit.parameters.rho[3]! - 0.4)).toBeLessThan(0.13);
    const ratio =
      (fit.parameters.loadings[8]! * fit.standardisation.sd[8]!) /
      (fit.parameters.loadings[0]! * fit.standardisation.sd[0]!);
    expect(Math.abs(ratio / (parameters.loadings[8]! / parameters.loadings[0]!) - 1)).toBeLessThan(0.15);
    const values = standardise(panel, fit.standardisation);
    const layout = stateLayout(model, START, 480, values, "lean");
    const e = expectationStep(workspaceOf(layout), fit.parameters, values);
    const path = new Float64Array(480);
    layout.windows.forEach((t, w) => {
      for (let l = 0; l < 3; l++) path[t - l] = e.mean[w * layout.lags + l]!;
    });
    expect(Math.abs(correlation(path, factors))).toBeGreaterThan(0.93);
  });

  it("does not care about the units in which figures are published", () => {
    const { model, parameters } = oneFactor();
    const { panel } = simulateFactorModel(model, parameters, START, 90, randomSource(34));
    const other = { ...panel, values: panel.values.map((v, c) => 7 + 100 * (1 + (c % 10)) * v) };
    const a = fitFactorModel(model, panel, { maxIterations: 10 });
    const b = fitFactorModel(model, other, { maxIterations: 10 });
    expect(b.path.at(-1)).toBeCloseTo(a.path.at(-1)!, 6);
  });

  it("with fat tails gives a wild figure little weight, and the factor hardly moves", () => {
    const { model, parameters } = oneFactor("white");
    const { panel } = simulateFactorModel(model, parameters, START, 120, randomSource(35));
    const wild = { ...panel, values: panel.values.slice() };
    wild.values[60 * 10 + 2] = 40;
    const fit = fitFactorModel(model, wild, { tails: 4, maxIterations: 40 });
    expect(fit.weights![60 * 10 + 2]!).toBeLessThan(0.05);
    const clean = fitFactorModel(model, panel, { maxIterations: 40 });
    const error = (p: FactorParameters, sd: Float64Array): number =>
      Math.abs(
        (p.loadings[2]! * sd[2]!) / (p.loadings[8]! * sd[8]!) -
          (clean.parameters.loadings[2]! * clean.standardisation.sd[2]!) /
            (clean.parameters.loadings[8]! * clean.standardisation.sd[8]!),
      );
    const normal = fitFactorModel(model, wild, { maxIterations: 40 });
    expect(error(fit.parameters, fit.standardisation.sd)).toBeLessThan(
      error(normal.parameters, normal.standardisation.sd),
    );
  });
});

describe("bad input", () => {
  const { model, parameters } = oneFactor();
  const { panel } = simulateFactorModel(model, parameters, START, 60, randomSource(36));
  const withColumn = (i: number, v: (t: number) => number) => ({
    ...panel,
    values: panel.values.map((x, c) => (c % 10 === i ? v(Math.floor(c / 10)) : x)),
  });
  it("is named with the series and what was found", () => {
    expect(() =>
      fitFactorModel(
        model,
        withColumn(2, () => 3),
      ),
    ).toThrow(/s2 never moves/);
    expect(() =>
      fitFactorModel(
        model,
        withColumn(2, () => Number.NaN),
      ),
    ).toThrow(/s2 has 0 figures/);
    expect(() =>
      fitFactorModel(
        model,
        withColumn(2, (t) => (t === 5 ? Number.POSITIVE_INFINITY : t)),
      ),
    ).toThrow(/s2 holds/);
    expect(() =>
      fitFactorModel(
        model,
        withColumn(2, (t) => t * 1e200),
      ),
    ).toThrow(/squares of s2 are too large/);
    expect(() =>
      fitFactorModel(
        model,
        withColumn(9, (t) => t),
      ),
    ).toThrow(/s9 \(quarterly-mean\) holds a figure in month/);
    expect(() => fitFactorModel({ ...model, blocks: [] }, panel)).toThrow(/at least one block/);
    expect(() => stateLayout(model, START, 59, panel.values.slice(0, 590), "lean")).toThrow(
      /ends with a quarter/,
    );
    expect(() => fitFactorModel(model, panel, { tails: 1 })).toThrow(/degrees of freedom/);
  });
  it("two equal series do not stop the fit", () => {
    const twin = { ...panel, values: panel.values.map((x, c) => (c % 10 === 1 ? panel.values[c - 1]! : x)) };
    expect(Number.isFinite(fitFactorModel(model, twin, { maxIterations: 30 }).path.at(-1)!)).toBe(true);
  });
});

describe("autocovariances of a VAR", () => {
  it("are σ²φʰ/(1 − φ²) for an AR(1), and there are none for a random walk", () => {
    const gamma = factorAutocovariance(Float64Array.of(0.9), Float64Array.of(2), 1, 1, 4)!;
    expect(gamma[3]![0]).toBeCloseTo((2 * 0.9 ** 3) / 0.19, 10);
    expect(factorAutocovariance(Float64Array.of(1), Float64Array.of(1), 1, 1, 2)).toBeNull();
  });
});
