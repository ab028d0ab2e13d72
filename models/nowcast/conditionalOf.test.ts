import { describe, expect, it } from "vitest";
import { solvePositive } from "../statistics/matrix/cholesky.ts";
import { matrix } from "../statistics/matrix/matrix.ts";
import { conditionalOf, inverse } from "./conditionalOf.ts";
import { covarianceOf, everyRow, gappyPanel, START } from "./testFactorModel.ts";

describe("the distribution of cells given the others", () => {
  const drawn = everyRow(11);
  const { model, parameters } = drawn;
  const { values } = gappyPanel(drawn, 36, 0.3);
  const n = model.series.length;
  // A forecast of a month, a running total, a combined February, a quarter, and a gap inside the panel.
  const inside = [...values.keys()].find((c) => c > 12 * n && c % n === 0 && Number.isNaN(values[c]!))!;
  const cells = [35 * n, 35 * n + 4, 37 * n + 2, 38 * n + 6, 38 * n + 8, inside];
  const wide = new Float64Array(39 * n).fill(Number.NaN);
  wide.set(values);
  for (const c of cells) wide[c] = Number.NaN;
  const given = conditionalOf({ model, parameters, start: START, months: 39, values: wide }, cells);
  const known = [...wide.keys()].filter((c) => !Number.isNaN(wide[c]!));
  const sigma = matrix(known.length, known.length);
  known.forEach((a, i) => {
    known.forEach((b, j) => {
      if (j <= i) {
        const v = covarianceOf(model, parameters, a, b);
        sigma.data[i * known.length + j] = v;
        sigma.data[j * known.length + i] = v;
      }
    });
  });
  const cross = matrix(known.length, cells.length);
  known.forEach((a, i) => {
    cells.forEach((c, j) => {
      cross.data[i * cells.length + j] = covarianceOf(model, parameters, a, c);
    });
  });
  const gain = solvePositive(sigma, cross)!;

  it("has the mean and covariance of the normal regression written out", () => {
    cells.forEach((c, a) => {
      const mean = known.reduce((s, k, i) => s + gain.data[i * cells.length + a]! * wide[k]!, 0);
      expect(given.mean[a]).toBeCloseTo(mean, 9);
      cells.forEach((d, b) => {
        const explained = known.reduce(
          (s, _, i) => s + gain.data[i * cells.length + a]! * cross.data[i * cells.length + b]!,
          0,
        );
        expect(given.covariance[a * cells.length + b]).toBeCloseTo(
          covarianceOf(model, parameters, c, d) - explained,
          9,
        );
      });
    });
  });

  it("weighs each figure as that regression does", () => {
    for (const i of [0, 7, known.length - 3, known.length - 1])
      cells.forEach((_, a) => {
        expect(given.weight(a, known[i]!)).toBeCloseTo(gain.data[i * cells.length + a]!, 9);
      });
  });

  it("says how much jitter a matrix needed, and gives up on none that is positive definite", () => {
    expect(inverse(Float64Array.of(2, 0, 0, 4), 2).jitter).toBe(0);
    expect(inverse(Float64Array.of(1, 1, 1, 1), 2).jitter).toBeGreaterThan(0);
  });
});
