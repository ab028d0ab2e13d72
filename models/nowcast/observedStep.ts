import { solvePositive } from "../statistics/matrix/cholesky.ts";
import { matrix } from "../statistics/matrix/matrix.ts";
import { whiten } from "./observationPattern.ts";
import { type ObservedMoments, pairSize } from "./observedMoments.ts";
import { bestRho, LEAST_VARIANCE, type SeriesParameters } from "./seriesStep.ts";

/**
 * The M-step of a series whose idiosyncratic part has no state. First the loadings by expected generalised least squares
 * on the whitened figures, given ρ,
 *   λ = [Σ E gg′/v]⁻¹ Σ yĝ/v,   y = Σ_a c_a y_a,   g = Σ_a c_a G_a,
 * then ρ and σ² from the expected squares of what is left, over gaps and the first figure too. `loaded` are the factors
 * (of K) that the series loads on.
 */
export function stepOfObserved(
  moments: readonly ObservedMoments[],
  loaded: readonly number[],
  k: number,
  old: SeriesParameters,
  white: boolean,
): SeriesParameters {
  const n = moments.reduce((sum, m) => sum + m.count, 0);
  if (n === 0) return old;
  const j = loaded.length;
  const size = pairSize(k);
  const c = new Float64Array(Math.max(...moments.map((m) => m.pattern.readings.length)));
  const rho = white ? 0 : old.rho;
  const gg = matrix(j, j);
  const gy = matrix(j, 1);
  for (const m of moments) {
    const inverse = 1 / whiten(m.pattern, rho, c);
    eachPair(m, size, c, (at, weight, diagonal) => {
      const w = weight * inverse;
      for (let r = 0; r < j; r++) {
        const f = loaded[r]!;
        gy.data[r] =
          gy.data[r]! + w * (diagonal ? m.sums[at + 1 + f]! : m.sums[at + 1 + f]! + m.sums[at + 1 + k + f]!);
        for (let s = 0; s < j; s++) {
          const h = loaded[s]!;
          const one = m.sums[at + 1 + 2 * k + f * k + h]!;
          const cell = r * j + s;
          gg.data[cell] = gg.data[cell]! + w * (diagonal ? one : one + m.sums[at + 1 + 2 * k + h * k + f]!);
        }
      }
    });
  }
  const loadings = solvePositive(gg, gy)?.data ?? old.loadings;
  const left = moments.map((m) => residuals(m, loaded, k, loadings));
  const at = (r: number): { squares: number; logDeterminant: number } => {
    let squares = 0;
    let logDeterminant = 0;
    moments.forEach((m, i) => {
      const v = whiten(m.pattern, r, c);
      let sum = 0;
      let pair = 0;
      for (let a = 0; a < m.pattern.readings.length; a++)
        for (let b = a; b < m.pattern.readings.length; b++)
          sum += c[a]! * c[b]! * left[i]![pair++]! * (a === b ? 1 : 2);
      squares += sum / v;
      logDeterminant += m.count * Math.log(v);
    });
    return { squares, logDeterminant };
  };
  if (white) return { loadings, rho: 0, variance: Math.max(at(0).squares / n, LEAST_VARIANCE) };
  return { loadings, ...bestRho(old.rho, n, at) };
}

function eachPair(
  m: ObservedMoments,
  size: number,
  c: Float64Array,
  visit: (at: number, weight: number, diagonal: boolean) => void,
): void {
  let at = 0;
  for (let a = 0; a < m.pattern.readings.length; a++)
    for (let b = a; b < m.pattern.readings.length; b++, at += size) visit(at, c[a]! * c[b]!, a === b);
}

/** Σ E u_a u_b, u = y − λ′G, for every pair a ≤ b. */
function residuals(
  m: ObservedMoments,
  loaded: readonly number[],
  k: number,
  loadings: Float64Array,
): Float64Array {
  const size = pairSize(k);
  const n = m.pattern.readings.length;
  const out = new Float64Array((n * (n + 1)) / 2);
  for (let pair = 0; pair < out.length; pair++) {
    const at = pair * size;
    let s = m.sums[at]!;
    loaded.forEach((f, r) => {
      s -= loadings[r]! * (m.sums[at + 1 + f]! + m.sums[at + 1 + k + f]!);
      loaded.forEach((h, q) => {
        s += loadings[r]! * m.sums[at + 1 + 2 * k + f * k + h]! * loadings[q]!;
      });
    });
    out[pair] = s;
  }
  return out;
}
