import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";

/** none; a constant; a linear trend without a constant; both; both and the square of time. */
export type Deterministic = "none" | "const" | "trend" | "both" | "quadratic";

const COUNT: Readonly<Record<Deterministic, number>> = { none: 0, const: 1, trend: 1, both: 2, quadratic: 3 };

export interface DeterministicOptions {
  kind: Deterministic;
  /** Length of a season for centred seasonal dummies; 1 for none. */
  season?: number;
}

export const deterministicCount = ({ kind, season = 1 }: DeterministicOptions): number =>
  COUNT[kind] + Math.max(0, season - 1);

/**
 * Rows of deterministic terms for times t = first, first + 1, … (t = 1 is the first row of the data):
 *   [1, t, t², d₁(t) … d_{s−1}(t)],  d_j(t) = 1{(t−1) mod s = j−1} − 1/s
 * Centred dummies leave the constant the mean over a whole season. Johansen (1995), §5.7.
 */
export function deterministicTerms(options: DeterministicOptions, first: number, rows: number): Matrix {
  const { kind, season = 1 } = options;
  const out = matrix(rows, deterministicCount(options));
  for (let i = 0; i < rows; i++) {
    let at = i * out.cols;
    const t = first + i;
    if (kind !== "none" && kind !== "trend") out.data[at++] = 1;
    if (kind !== "none" && kind !== "const") out.data[at++] = t;
    if (kind === "quadratic") out.data[at++] = t * t;
    for (let j = 0; j < season - 1; j++) out.data[at++] = ((t - 1) % season === j ? 1 : 0) - 1 / season;
  }
  return out;
}
