import { toCoordinates } from "./structuralCoordinates.ts";
import type { StructuralSystem } from "./structuralSystem.ts";

/** Shares of the scale where a part dominates, where it is one of several, and where it is still. */
const MAIN = 0.5;
const MINOR = 0.01;
const EVEN = 0.1;

/**
 * Where searches set out: variances as shares of the variance of the changes of y, each part dominating in turn and all
 * alike; cycles of several lengths; autoregressions near a slow decay; β at 0.
 */
export function structuralStarts(
  y: Float64Array,
  { parameters, spec }: StructuralSystem,
): { scale: number; betaScale: number[]; starts: Float64Array[] } {
  const scale = changeVariance(y);
  const betaScale = (spec.regressors ?? []).map((x) => {
    const size = Math.sqrt(Array.from(x).reduce((s, v) => s + v * v, 0) / x.length);
    return size > 0 ? Math.sqrt(scale) / size : 1;
  });
  const variances = parameters.flatMap(({ kind }, i) => (kind === "variance" ? [i] : []));
  const bounds = parameters.find((p) => p.kind === "frequency")?.bounds;
  const frequencies = bounds ? frequencyGrid(bounds, y.length) : [Number.NaN];
  const starts: Float64Array[] = [];
  let order = 0;
  for (const dominant of [-1, ...variances])
    for (const frequency of frequencies) {
      order = 0;
      const values = parameters.map(({ kind }, i) => {
        if (kind === "variance") return scale * (dominant === -1 ? EVEN : i === dominant ? MAIN : MINOR);
        if (kind === "frequency") return frequency;
        if (kind === "damping") return 0.9;
        if (kind === "coefficient") return 0;
        order++;
        return order === 1 ? 0.6 : 0;
      });
      starts.push(toCoordinates(parameters, values, scale, betaScale));
    }
  return { scale, betaScale, starts };
}

/** Variance of y(t) − y(t−1) over neighbours that are both known; of y itself where there are none. */
function changeVariance(y: Float64Array): number {
  const changes: number[] = [];
  for (let t = 1; t < y.length; t++) {
    const change = y[t]! - y[t - 1]!;
    if (Number.isFinite(change)) changes.push(change);
  }
  const of = (x: readonly number[]) => {
    const mean = x.reduce((s, v) => s + v, 0) / x.length;
    return x.reduce((s, v) => s + (v - mean) ** 2, 0) / x.length;
  };
  const variance = changes.length > 1 ? of(changes) : 0;
  if (variance > 0) return variance;
  const known = Array.from(y).filter(Number.isFinite);
  return known.length > 1 ? of(known) : 0;
}

/** Three lengths between the bounds, evenly spaced in logarithms, none beyond half the sample. */
function frequencyGrid([low, high]: readonly [number, number], n: number): number[] {
  const from = Math.max(low, (4 * Math.PI) / n);
  const to = Math.max(from * 1.01, Math.min(high, Math.PI * 0.95));
  return [1 / 6, 1 / 2, 5 / 6].map((share) => from * (to / from) ** share);
}
