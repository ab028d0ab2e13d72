export interface MovingSeasonality {
  /** Per month: mean change of the irregular, of the seasonal, and their ratio (999.99 where the seasonal stands still). */
  irregular: Float64Array;
  seasonal: Float64Array;
  ratios: Float64Array;
  /** Global moving seasonality ratio Σ Ī / Σ S̄. */
  ratio: number;
}

const STANDS_STILL = 999.99;

/**
 * Moving seasonality ratio of an SI series over lo ≤ t < hi. Each month i of N+1 years is smoothed by a seven-term
 * average, its three missing values at each end standing for the mean of the three outermost:
 *   S̄ᵢ = c_S/N Σ |ΔŜ|/Ŝ,   Īᵢ = c_I/N Σ |ΔÎ|/Î,   MSR = Σ N Īᵢ / Σ N S̄ᵢ      (differences in the additive modes)
 * c_I and c_S put right what the ends do to the two means in a series of N+1 years.
 * `column` maps an index to 0 … m−1. Lothian (1978); Ladiray & Quenneville (2001), §4.5.
 */
export function movingSeasonality(
  si: Float64Array,
  lo: number,
  hi: number,
  m: number,
  column: (t: number) => number,
  ratio: boolean,
  pseudo: boolean,
): MovingSeasonality {
  const irregular = new Float64Array(m);
  const seasonal = new Float64Array(m);
  const ratios = new Float64Array(m).fill(STANDS_STILL);
  let allIrregular = 0;
  let allSeasonal = 0;
  const longest = Math.ceil((hi - lo) / m);
  const padded = new Float64Array(longest + 6);
  for (let start = lo; start < Math.min(lo + m, hi); start++) {
    const k = Math.ceil((hi - start) / m);
    if (k < 3) continue;
    for (let i = 0; i < k; i++) padded[i + 3] = si[start + i * m]!;
    const head = (padded[3]! + padded[4]! + padded[5]!) / 3;
    const tail = (padded[k]! + padded[k + 1]! + padded[k + 2]!) / 3;
    padded.fill(head, 0, 3);
    padded.fill(tail, k + 3, k + 6);
    let changeI = 0;
    let changeS = 0;
    let sBefore = 0;
    let iBefore = 0;
    for (let i = 0; i < k; i++) {
      let s = 0;
      for (let j = 0; j < 7; j++) s += padded[i + j]!;
      s /= 7;
      const value = padded[i + 3]!;
      const e = pseudo ? value - s + 1 : ratio ? value / s : value - s;
      if (i > 0) {
        changeI += ratio ? Math.abs(e - iBefore) / iBefore : Math.abs(e - iBefore);
        changeS += ratio ? Math.abs(s - sBefore) / sBefore : Math.abs(s - sBefore);
      }
      sBefore = s;
      iBefore = e;
    }
    const n = k - 1;
    const scale = ratio ? 100 : 1;
    changeI *= scale * irregularCorrection(n);
    changeS *= scale * seasonalCorrection(n);
    allIrregular += changeI;
    allSeasonal += changeS;
    const c = column(start);
    irregular[c] = changeI / n;
    seasonal[c] = changeS / n;
    if (changeS > 0 && changeI <= 999 * changeS) ratios[c] = changeI / changeS;
  }
  const known = allSeasonal > 0 && allIrregular <= 999 * allSeasonal;
  return { irregular, seasonal, ratios, ratio: known ? allIrregular / allSeasonal : STANDS_STILL };
}

/**
 * c = N a / (b + (N−6) a): of white noise a is the standard deviation of a change inside the series, b the sum of those of
 * the six changes at the ends, which the padding makes larger or smaller; both times 7√(3/2), so that a is 5√6 for the
 * irregular (10/7) and √3 for the seasonal (√2/7). Tabulated below six changes. Constants of X-11-ARIMA.
 */
const correction = (n: number, inside: number, ends: number, few: readonly number[]): number =>
  n < 6 ? (few[n - 2] ?? 1) : (n * inside) / (ends + (n - 6) * inside);

const irregularCorrection = (n: number): number =>
  correction(n, 12.247449, 73.239334, [1, 1.02584, 1.01779, 1.01383]);

const seasonalCorrection = (n: number): number => correction(n, 1.732051, 8.485281, [1, 3, 1.55291, 1.30095]);
