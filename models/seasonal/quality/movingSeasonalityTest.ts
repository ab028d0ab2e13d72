import { AppError } from "../../errors.ts";
import { type FTest, fTest } from "./stableSeasonality.ts";

/**
 * Whether the season moves from year to year: two-way analysis of variance of |SI − e| (e = 1 or 0) by year and month
 * over the N whole calendar years,
 *   F = m Σ (x̄_i. − x̄)²/(N−1) ÷ Σ (x_ij − x̄_i. − x̄_.j + x̄)²/((m−1)(N−1))  ~ F(N−1, (m−1)(N−1))
 * `first` is the month of si[0], from 0. Higginson (1975); Ladiray & Quenneville (2001), §4.7.
 */
export function movingSeasonalityTest(si: Float64Array, m: number, first: number, expected: number): FTest {
  const start = (m - (first % m)) % m;
  const years = Math.floor((si.length - start) / m);
  if (years < 2)
    throw new AppError(
      "not-enough-data",
      `The test of moving seasonality needs two whole years; there are ${Math.max(years, 0)}.`,
    );
  const x = (i: number, j: number) => Math.abs(si[start + i * m + j]! - expected);
  const row = new Float64Array(years);
  const column = new Float64Array(m);
  let mean = 0;
  for (let i = 0; i < years; i++)
    for (let j = 0; j < m; j++) {
      row[i]! += x(i, j) / m;
      column[j]! += x(i, j) / years;
      mean += x(i, j) / (m * years);
    }
  let between = 0;
  let error = 0;
  for (let i = 0; i < years; i++) {
    between += m * (row[i]! - mean) ** 2;
    for (let j = 0; j < m; j++) error += (x(i, j) - row[i]! - column[j]! + mean) ** 2;
  }
  const df2 = (m - 1) * (years - 1);
  return fTest(between / (years - 1), error / df2, years - 1, df2);
}
