import { timesVector } from "./moveVariance.ts";
import type { PassSums } from "./passSums.ts";
import type { Plan } from "./plan.ts";

/** How near P(t+1) − P(t) must come to a single outer product, relative to its entries and to rounding in P. */
const OUTER = 1e-9;
const ROUNDING = 1e-13;
/** Increments below this share of F no longer change it, nor K: they shrink from step to step. */
const GONE = 1e-20;

/**
 * The rest of a filter run whose variance moves by a single outer product a period, in O(m) a step and without P:
 *   P(t+1) − P(t) = μ W W′,  s = z′W
 *   F⁺ = F + μ s²,   K⁺ = K + T W μ s,   μ⁺ = μ F⁺/F,   W⁺ = T W − K⁺ s/F⁺,      K = T P z
 * One series, a constant system and no gap ahead. The difference has rank one whenever the start is a distribution that
 * the transition leaves as it is (diffuse, stationary or both): P(t+1) then knows one observation more than P(t), and
 * that is all that sets them apart. Whether it has is seen from the two variances themselves; returns false where not.
 * `t` is the first period to be run, `before` and `now` where P(t−1) and P(t) stand (upper triangles).
 * Morf, Sidhu & Kailath (1974), IEEE Transactions on Automatic Control 19; Herbst (2015), Computational Economics 45.
 */
export function rankOneRecursion(
  plan: Plan,
  t: number,
  before: number,
  now: number,
  burn: number,
  sums: PassSums,
): boolean {
  const { n, m, y, Z, T, c, copied, K, M, F: Fs, work } = plan;
  const { column: zColumn, value: zValue } = Z;
  const { start: tStart, column: tColumn, value: tValue } = T;
  let W = plan.before;
  let wNext = plan.w;
  let mu = increment(plan, before, now, W);
  if (Number.isNaN(mu)) return false;
  const from = Z.start[0]!;
  const to = Z.start[1]!;
  let F = Fs[0]!;
  // K of t − 1 = T M; where the last step took nothing in, there would be no rank-one step and K is zero already.
  timesVector(T, 0, copied, M, 0, K, m);
  let logF = 0;
  let run = 1;
  let squares = 0;
  let terms = 0;
  let a = plan.a;
  let aNext = work;
  for (; t < n; t++) {
    let v = y[t]!;
    for (let k = from; k < to; k++) v -= zValue[k]! * a[zColumn[k]!]!;
    let s = 0;
    if (mu !== 0) for (let k = from; k < to; k++) s += zValue[k]! * W[zColumn[k]!]!;
    const x = mu * s;
    const next = F + x * s;
    if (!(next > 0)) {
      sums.failure = { t, series: 0, variance: next, error: v };
      return true;
    }
    const back = s / next;
    const gain = v / next;
    let size = 0;
    for (let i = 0; i < m; i++) {
      const source = copied[i]!;
      let ta = 0;
      let tw = 0;
      if (source >= 0) {
        ta = a[source]!;
        tw = W[source]!;
      } else {
        const end = tStart[i + 1]!;
        for (let k = tStart[i]!; k < end; k++) {
          const by = tValue[k]!;
          const column = tColumn[k]!;
          ta += by * a[column]!;
          tw += by * W[column]!;
        }
      }
      const k = K[i]! + tw * x;
      const w = tw - k * back;
      K[i] = k;
      wNext[i] = w;
      aNext[i] = ta + k * gain + c[i]!;
      size += w * w;
    }
    mu *= next / F;
    F = next;
    if (size * Math.abs(mu) < GONE * F) mu = 0;
    [a, aNext] = [aNext, a];
    [W, wNext] = [wNext, W];
    if (t < burn) continue;
    run *= F;
    if (run > 1e100 || run < 1e-100) {
      logF += Math.log(run);
      run = 1;
    }
    squares += v * gain;
    terms++;
  }
  sums.logF += logF + Math.log(run);
  sums.squares += squares;
  sums.terms += terms;
  return true;
}

/** μ and W with P(t) − P(t−1) = μ W W′; NaN where the difference is not of that form. */
function increment({ m, P }: Plan, before: number, now: number, W: Float64Array): number {
  let pivot = -1;
  let most = ROUNDING;
  for (let i = 0; i < m; i++) {
    const at = i * m + i;
    const share = Math.abs(P[now + at]! - P[before + at]!) / P[before + at]!;
    if (share > most) {
      most = share;
      pivot = i;
    }
  }
  if (pivot < 0) return Number.NaN;
  const at = pivot * m + pivot;
  const mu = P[now + at]! - P[before + at]!;
  for (let i = 0; i < m; i++) {
    const k = i < pivot ? i * m + pivot : pivot * m + i;
    W[i] = (P[now + k]! - P[before + k]!) / mu;
  }
  for (let i = 0; i < m; i++)
    for (let j = i; j < m; j++) {
      const k = i * m + j;
      const ideal = mu * W[i]! * W[j]!;
      const noise = ROUNDING * Math.sqrt(P[before + i * m + i]! * P[before + j * m + j]!);
      if (!(Math.abs(P[now + k]! - P[before + k]! - ideal) <= OUTER * Math.abs(ideal) + noise))
        return Number.NaN;
    }
  return mu;
}
