import { describe, expect, it } from "vitest";
import { cholesky, logDeterminantOf, solvePositive } from "../statistics/matrix/cholesky.ts";
import { matrix } from "../statistics/matrix/matrix.ts";
import { expectationStep, factorSlot, logLikelihoodOf, workspaceOf } from "./expectationStep.ts";
import type { FactorModel, FactorParameters } from "./factorModel.ts";
import { partSlot, stateLayout } from "./stateLayout.ts";
import { covarianceOf, everyRow, gappyPanel, START } from "./testFactorModel.ts";

/** log N(y; 0, Σ) with Σ written out cell by cell. */
function densityOf(model: FactorModel, parameters: FactorParameters, values: Float64Array): number {
  const cells = [...values.keys()].filter((c) => !Number.isNaN(values[c]!));
  const n = cells.length;
  const sigma = matrix(n, n);
  cells.forEach((a, i) => {
    for (let j = 0; j <= i; j++) {
      const v = covarianceOf(model, parameters, a, cells[j]!);
      sigma.data[i * n + j] = v;
      sigma.data[j * n + i] = v;
    }
  });
  const y = matrix(
    n,
    1,
    Float64Array.from(cells, (c) => values[c]!),
  );
  const solved = solvePositive(sigma, y)!;
  const quadratic = y.data.reduce((s, v, i) => s + v * solved.data[i]!, 0);
  return -0.5 * (n * Math.log(2 * Math.PI) + logDeterminantOf(cholesky(sigma)!) + quadratic);
}

const likelihood = (
  kind: "plain" | "lean",
  model: FactorModel,
  p: FactorParameters,
  months: number,
  values: Float64Array,
) => logLikelihoodOf(workspaceOf(stateLayout(model, START, months, values, kind)), p, values);

describe("the likelihood of a mixed-frequency factor model", () => {
  it("is the normal density written out from the autocovariances, for every kind of row and many gaps", () => {
    for (const seed of [1, 2]) {
      const drawn = everyRow(seed);
      const { values } = gappyPanel(drawn, 30, 0.25);
      const truth = densityOf(drawn.model, drawn.parameters, values);
      expect(likelihood("plain", drawn.model, drawn.parameters, 30, values)).toBeCloseTo(truth, 8);
      expect(likelihood("lean", drawn.model, drawn.parameters, 30, values)).toBeCloseTo(truth, 8);
    }
  });

  it("is the same in the quick layout and in the plain one over a long panel with long gaps and late starts", () => {
    const drawn = everyRow(3);
    const { values } = gappyPanel(drawn, 120, 0.1);
    const n = drawn.model.series.length;
    for (let t = 0; t < 120; t++) {
      if (t > 40 && t < 75) values[t * n] = Number.NaN; // a gap that no factor lag reaches over
      if (t < 50) values[t * n + 2] = Number.NaN;
      if (t % 12 === 5) values[t * n + 4] = Number.NaN;
    }
    const plain = likelihood("plain", drawn.model, drawn.parameters, 120, values);
    expect(Math.abs(likelihood("lean", drawn.model, drawn.parameters, 120, values) - plain)).toBeLessThan(
      1e-8,
    );
  });

  it("smooths the same factors and quarterly parts in both layouts, means and covariances", () => {
    const drawn = everyRow(4);
    const { values } = gappyPanel(drawn, 60, 0.15);
    const growth = 8;
    const found = (["plain", "lean"] as const).map((kind) => {
      const layout = stateLayout(drawn.model, START, 60, values, kind);
      const out = new Map<number, number[]>();
      expectationStep(workspaceOf(layout), drawn.parameters, values, {}, (window) => {
        const t = window.time;
        if (t % 3 !== 2) return;
        const slots = [0, 1, 2].flatMap((l) => [0, 1, 2].map((r) => factorSlot(layout, l, t) + r));
        for (let l = 0; l < 5; l++) slots.push(partSlot(layout, growth, l, t));
        out.set(t, [
          ...slots.map((s) => window.mean[s]!),
          ...slots.flatMap((a) => slots.map((b) => window.covariance(a, b))),
        ]);
      });
      return out;
    });
    for (const [t, plain] of found[0]!) {
      const lean = found[1]!.get(t)!;
      const worst = plain.reduce((m, v, i) => Math.max(m, Math.abs(v - lean[i]!)), 0);
      expect(worst).toBeLessThan(1e-10);
    }
  });

  it("refuses a VAR that explodes, by name of the block", () => {
    const drawn = everyRow(5);
    const { values } = gappyPanel(drawn, 24, 0.1);
    const parameters = {
      ...drawn.parameters,
      transition: [drawn.parameters.transition[0]!, Float64Array.of(1.01)],
    };
    expect(() => likelihood("lean", drawn.model, parameters, 24, values)).toThrow(/local/);
  });
});
