import { AppError } from "../../errors.ts";
import { fisherFUpper } from "../../statistics/distribution/fisherF.ts";

export interface FTest {
  f: number;
  df1: number;
  df2: number;
  p: number;
}

/**
 * Whether the months differ: one-way analysis of variance of x by month,
 *   F = Σ n_j (x̄_j − x̄)²/(m−1) ÷ ΣΣ (x_ij − x̄_j)²/(n−m)  ~ F(m−1, n−m)
 * Applied by X-11 to the SI ratios of B3 and D8. Group of x[t] is t mod m: only the partition counts.
 * Higginson (1975); Ladiray & Quenneville (2001), §4.7.
 */
export function stableSeasonality(x: Float64Array, m: number): FTest {
  const n = x.length;
  if (n < 2 * m)
    throw new AppError("not-enough-data", `The test needs two figures a month, ${2 * m}; there are ${n}.`);
  let all = 0;
  for (const v of x) all += v;
  const mean = all / n;
  let between = 0;
  let within = 0;
  for (let j = 0; j < m; j++) {
    let sum = 0;
    let count = 0;
    for (let t = j; t < n; t += m, count++) sum += x[t]!;
    const own = sum / count;
    between += count * (own - mean) ** 2;
    for (let t = j; t < n; t += m) within += (x[t]! - own) ** 2;
  }
  return fTest(between / (m - 1), within / (n - m), m - 1, n - m);
}

/** F of two mean squares; a residual of nothing beside something gives F = ∞, nothing beside nothing F = 0. */
export function fTest(above: number, below: number, df1: number, df2: number): FTest {
  if (!Number.isFinite(above + below))
    throw new AppError(
      "invalid-input",
      `An F test compares finite mean squares; found ${above} and ${below}.`,
    );
  const f = below > 0 ? above / below : above > 0 ? Number.POSITIVE_INFINITY : 0;
  return { f, df1, df2, p: f === Number.POSITIVE_INFINITY ? 0 : fisherFUpper(f, df1, df2) };
}
