import { leastSquares } from "../statistics/leastSquares.ts";
import type { RandomSource } from "../statistics/random/generator.ts";
import type { SwitchingModel } from "./switchingModel.ts";
import { emptyParameters, type SwitchingParameters } from "./switchingParameters.ts";

/**
 * A starting point: each period is dealt to a regime, and each regime's coefficients are least squares on its periods
 * (with the pooled fit as a ridge where they are few). The first deal is by the size of the residual of the pooled fit;
 * later ones by a random persistent chain or by random cuts of the smoothed residual.
 */
export function switchingStart(
  model: SwitchingModel,
  random: RandomSource,
  number: number,
): SwitchingParameters {
  const { regimes: k, order: p, design, y } = model;
  const n = y.length;
  const m = design.cols;
  const columns = Array.from({ length: m }, (_, c) =>
    Float64Array.from({ length: n }, (_, t) => design.data[t * m + c]!),
  );
  const pooled = leastSquares(y, columns).coefficients;
  const residual = Float64Array.from(y, (v, t) => {
    let e = v;
    for (let c = 0; c < m; c++) e -= pooled[c]! * columns[c]![t]!;
    return e;
  });
  const deal = number % 3 === 1 ? chain(n, k, random) : cuts(residual, k, number === 0 ? null : random);
  const out = emptyParameters(model);
  let spread = 0;
  for (let j = 0; j < k; j++) {
    const own = weightedToward(pooled, y, columns, deal, j);
    for (let c = 0; c < m; c++) out.coefficients[j * m + c] = model.switching[c] ? own[c]! : pooled[c]!;
    let squares = 0;
    let count = 0;
    for (let t = 0; t < n; t++) {
      if (deal[t] !== j) continue;
      let e = y[t]!;
      for (let c = 0; c < m; c++) e -= own[c]! * columns[c]![t]!;
      squares += e * e;
      count++;
    }
    out.variances[j] = count > 1 ? squares / count : 0;
    spread += squares / n;
  }
  for (let j = 0; j < k; j++) {
    const v = model.switchingVariance ? Math.max(out.variances[j]!, 0.05 * spread) : spread;
    out.variances[j] = v > 0 ? v : 1;
    const stay = stayOf(number, random);
    for (let to = 0; to < k; to++) out.transition[to * k + j] = to === j ? stay : (1 - stay) / (k - 1);
  }
  if (p > 0 && number % 2 === 1) {
    const ar = 0.4 * (2 * random.uniform() - 1);
    for (let j = 0; j < k; j++) out.ar[j * p] = ar;
  }
  return out;
}

/** P(S_t = S_{t−1}) to start from: mostly high, at every fourth start as low as for regimes that come and go at once. */
function stayOf(number: number, random: RandomSource): number {
  if (number === 0) return 0.9;
  return number % 4 === 2 ? 0.02 + 0.5 * random.uniform() : 0.6 + 0.38 * random.uniform();
}

/** Regimes of a chain that stays nine times out of ten. */
function chain(n: number, k: number, random: RandomSource): Int32Array {
  const out = new Int32Array(n);
  let state = Math.floor(random.uniform() * k);
  for (let t = 0; t < n; t++) {
    if (random.uniform() > 0.9) state = Math.floor(random.uniform() * k);
    out[t] = state;
  }
  return out;
}

/** Regimes by the rank of the residual: even cuts without a source, random ones (of a three-term mean at times) with it. */
function cuts(residual: Float64Array, k: number, random: RandomSource | null): Int32Array {
  const n = residual.length;
  const width = random && random.uniform() < 0.5 ? 1 : 0;
  const level = Float64Array.from(residual, (_, t) => {
    let s = 0;
    for (let i = -width; i <= width; i++) s += residual[Math.min(n - 1, Math.max(0, t + i))]!;
    return s;
  });
  const sorted = level.toSorted();
  const shares = Array.from({ length: k - 1 }, (_, j) =>
    random ? 0.1 + 0.8 * random.uniform() : (j + 1) / k,
  ).sort((a, b) => a - b);
  const bounds = shares.map((share) => sorted[Math.floor(share * (n - 1))]!);
  return Int32Array.from(level, (v) => bounds.filter((b) => v > b).length);
}

/** Least squares on the periods of one regime, each coefficient held to the pooled one by a twentieth of the sample. */
function weightedToward(
  pooled: Float64Array,
  y: Float64Array,
  columns: readonly Float64Array[],
  deal: Int32Array,
  regime: number,
): Float64Array {
  const n = y.length;
  const light = Math.sqrt(0.02);
  const fitted = (t: number) => columns.reduce((s, x, c) => s + pooled[c]! * x[t]!, 0);
  const weight = Float64Array.from(deal, (d) => (d === regime ? 1 : light));
  const response = Float64Array.from({ length: n }, (_, t) =>
    deal[t] === regime ? y[t]! : light * fitted(t),
  );
  return leastSquares(
    response,
    columns.map((x) => x.map((v, t) => v * weight[t]!)),
  ).coefficients;
}
