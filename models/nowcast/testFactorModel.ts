import { type RandomSource, randomSource } from "../statistics/random/generator.ts";
import { entry, factorAutocovariance } from "./factorAutocovariance.ts";
import { type FactorModel, type FactorParameters, factorCount, factorsOf } from "./factorModel.ts";
import type { FactorPanel } from "./factorPanel.ts";
import { type MeasurementRow, rowWeights } from "./measurementRow.ts";
import { simulateFactorModel } from "./simulateFactorModel.ts";

/** January 2010. */
export const START = 2010 * 12;

const ROWS: readonly [MeasurementRow, "ar1" | "white"][] = [
  [{ kind: "monthly" }, "ar1"],
  [{ kind: "monthly" }, "white"],
  [{ kind: "january-february", january: 0.4, february: 0.6 }, "ar1"],
  [{ kind: "january-february", since: START + 24 }, "white"],
  [{ kind: "year-to-date", shares: [5, 4, 7, 8, 8, 9, 8, 8, 9, 10, 11, 13] }, "ar1"],
  [{ kind: "year-to-date" }, "white"],
  [{ kind: "quarterly-mean" }, "ar1"],
  [{ kind: "quarterly-mean" }, "white"],
  [{ kind: "quarterly-growth", scale: 3 }, "ar1"],
  [{ kind: "quarterly-growth", scale: 9 }, "white"],
  [{ kind: "quarter-end" }, "ar1"],
  [{ kind: "weekly-mean" }, "white"],
];

/** Every kind of row, with AR(1) and white parts, on a global block of two factors and a local one. For tests. */
export function everyRow(seed: number): {
  model: FactorModel;
  parameters: FactorParameters;
  random: RandomSource;
} {
  const random = randomSource(seed);
  const model: FactorModel = {
    blocks: [
      { name: "global", factors: 2, order: 2 },
      { name: "local", factors: 1, order: 1 },
    ],
    series: ROWS.map(([row, idiosyncratic], i) => ({
      id: `s${i}`,
      row,
      idiosyncratic,
      blocks: i % 3 === 0 ? ["global", "local"] : i % 3 === 1 ? ["global"] : ["local"],
    })),
  };
  const n = ROWS.length;
  const k = factorCount(model);
  const loadings = new Float64Array(n * k);
  model.series.forEach((_, i) => {
    for (const r of factorsOf(model, i)) loadings[i * k + r] = 0.4 + 0.8 * random.uniform();
  });
  return {
    model,
    random,
    parameters: {
      loadings,
      transition: [Float64Array.of(0.6, 0.1, 0.2, 0, 0.05, 0.4, 0, 0.2), Float64Array.of(0.7)],
      innovation: [Float64Array.of(0.5, 0.1, 0.1, 0.4), Float64Array.of(0.3)],
      rho: Float64Array.from(ROWS, ([, part]) => (part === "white" ? 0 : -0.3 + 1.1 * random.uniform())),
      variance: Float64Array.from(ROWS, () => 0.3 + 0.4 * random.uniform()),
    },
  };
}

/** A drawn panel with a share of figures missing at random and a ragged edge. */
export function gappyPanel(
  { model, parameters, random }: ReturnType<typeof everyRow>,
  months: number,
  missing: number,
): FactorPanel {
  const { panel } = simulateFactorModel(model, parameters, START, months, random);
  const n = model.series.length;
  for (let c = 0; c < panel.values.length; c++)
    if (random.uniform() < missing || Math.floor(c / n) >= months - (c % 3)) panel.values[c] = Number.NaN;
  return panel;
}

/** The covariance of two cells (t·N + i) written out from the autocovariances of factors and parts: the test's oracle. */
export function covarianceOf(model: FactorModel, p: FactorParameters, a: number, b: number): number {
  const n = model.series.length;
  const k = factorCount(model);
  const [s, t, i, j] = [Math.floor(a / n), Math.floor(b / n), a % n, b % n];
  const v = rowWeights(model.series[i]!.row, START + s)!;
  const w = rowWeights(model.series[j]!.row, START + t)!;
  let first = 0;
  let sum = 0;
  const gammas = model.blocks.map(
    (block, at) =>
      factorAutocovariance(
        p.transition[at]!,
        p.innovation[at]!,
        block.factors,
        block.order,
        Math.abs(s - t) + 13,
      )!,
  );
  v.forEach((x, l) => {
    w.forEach((y, m) => {
      const h = s - l - (t - m);
      first = 0;
      model.blocks.forEach((block, at) => {
        for (let r = 0; r < block.factors; r++)
          for (let c = 0; c < block.factors; c++)
            sum +=
              x *
              y *
              p.loadings[i * k + first + r]! *
              p.loadings[j * k + first + c]! *
              entry(gammas[at]!, h, r, c, block.factors);
        first += block.factors;
      });
      if (i === j) sum += (x * y * p.variance[i]! * p.rho[i]! ** Math.abs(h)) / (1 - p.rho[i]! ** 2);
    });
  });
  return sum;
}
