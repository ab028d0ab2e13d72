import { AppError } from "../errors.ts";
import { design } from "../regression/design.ts";
import { qrLeastSquares } from "../regression/qrLeastSquares.ts";
import { afterChange, type ChangeKind, changesOf } from "./symmetricChange.ts";

export interface FilledComponent {
  values: Float64Array;
  /** 1 where the figure is an estimate. */
  estimated: Uint8Array;
}

/** Rows that three coefficients need to be worth anything. */
const FEWEST_ROWS = 12;

/**
 * Figures missing after a component's first one, forecast from its own past changes:
 *   r(t) = a + b₁ r(t−1) + b₂ r(t−2) + e(t)
 * fitted by least squares on the known changes up to each gap, run through the gap and turned back into levels.
 * Periods before the first figure stay NaN. Changes that do not vary go on as they are.
 * The Conference Board (2001), Business Cycle Indicators Handbook (components not yet available).
 */
export function fillByAutoregression(x: ArrayLike<number>, kind: ChangeKind): FilledComponent {
  const values = Float64Array.from(x);
  const estimated = new Uint8Array(values.length);
  let first = 0;
  while (first < values.length && Number.isNaN(values[first]!)) first++;
  for (let t = first; t < values.length; t++) {
    if (!Number.isNaN(values[t]!)) continue;
    const changes = changesOf(values.subarray(first, t), kind);
    const known = estimated.subarray(first, t);
    const [a, b1, b2] = coefficients(changes, known);
    for (let r1 = changes.at(-1)!, r2 = changes.at(-2)!; t < values.length && Number.isNaN(values[t]!); t++) {
      const r = a + b1 * r1 + b2 * r2;
      values[t] = afterChange(values[t - 1]!, r, kind);
      estimated[t] = 1;
      r2 = r1;
      r1 = r;
    }
  }
  return { values, estimated };
}

/** a, b₁ and b₂ from the changes between figures that were all known. */
function coefficients(changes: Float64Array, estimated: Uint8Array): readonly [number, number, number] {
  const rows: number[] = [];
  for (let t = 2; t < changes.length; t++)
    if (estimated[t - 2] === 0 && estimated[t - 1] === 0 && estimated[t] === 0 && estimated[t + 1] === 0)
      rows.push(t);
  if (rows.length < FEWEST_ROWS)
    throw new AppError(
      "not-enough-data",
      `a missing component is forecast from at least ${FEWEST_ROWS} changes with two before each; found ${rows.length}`,
    );
  const column = (lag: number): Float64Array => Float64Array.from(rows, (t) => changes[t - lag]!);
  const y = column(0);
  if (y.every((v) => Math.abs(v - y[0]!) <= 1e-12 * Math.abs(y[0]!))) return [y[0]!, 0, 0];
  const { x, names } = design([column(1), column(2)], { names: ["r(t−1)", "r(t−2)"] });
  const { coefficients: b } = qrLeastSquares(x, y, { names });
  return [b[0]!, b[1]!, b[2]!];
}
