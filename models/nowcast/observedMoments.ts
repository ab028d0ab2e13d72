import type { Expectation } from "./expectation.ts";
import type { ObservationPattern } from "./observationPattern.ts";
import type { StateLayout } from "./stateLayout.ts";

/**
 * Sums over the figures of one series that share a pattern, with readings a, b = 0 … n−1 of the figure and those that
 * whiten it, y_a their values and G_a = Σ_l w_al f(t − lag_a − l): for every pair a ≤ b
 *   Σ y_a y_b, then Σ y_a G_b and Σ y_b G_a (K each), then Σ E G_a G_b′ (K × K).
 */
export interface ObservedMoments {
  readonly pattern: ObservationPattern;
  count: number;
  readonly sums: Float64Array;
}

/** Entries that a pair of readings takes. */
export const pairSize = (k: number): number => 1 + 2 * k + k * k;

/** The moments of each series whose idiosyncratic part has no state, pattern by pattern; null for the others. */
export function observedMoments(
  layout: StateLayout,
  expectation: Expectation,
  values: Float64Array,
  weights: Float64Array | null,
): (ObservedMoments[] | null)[] {
  const { factors: k, months, obsStart, obsSeries, obsPattern, patterns, part } = layout;
  const n = layout.model.series.length;
  const found: (ObservedMoments | undefined)[][] = part.map(() => []);
  const size = pairSize(k);
  const cache = patterns.map((p) => ({
    time: -1,
    g: new Float64Array(p.readings.length * k),
    gg: new Float64Array((p.readings.length * (p.readings.length + 1) * k * k) / 2),
    y: new Float64Array(p.readings.length),
  }));
  for (let t = 0; t < months; t++)
    for (let o = obsStart[t]!; o < obsStart[t + 1]!; o++) {
      const i = obsSeries[o]!;
      if (part[i] !== "observed") continue;
      const id = obsPattern[o]!;
      const pattern = patterns[id]!;
      const c = cache[id]!;
      if (c.time !== t) {
        factorReadings(layout, expectation, pattern, t, c.g, c.gg);
        c.time = t;
      }
      const readings = pattern.readings.length;
      let m = found[i]![id];
      if (!m) {
        m = { pattern, count: 0, sums: new Float64Array(((readings * (readings + 1)) / 2) * size) };
        found[i]![id] = m;
      }
      m.count++;
      for (let a = 0; a < readings; a++) {
        const reading = pattern.readings[a]!;
        let y = 0;
        for (const d of reading.data) y += d.coefficient * values[(t - reading.lag - d.lag) * n + i]!;
        c.y[a] = y;
      }
      add(m.sums, c.y, c.g, c.gg, readings, k, weights ? weights[t * n + i]! : 1);
    }
  return found.map((list, i) => (part[i] === "observed" ? list.filter((m) => m !== undefined) : null));
}

function add(
  sums: Float64Array,
  y: Float64Array,
  g: Float64Array,
  gg: Float64Array,
  readings: number,
  k: number,
  u: number,
): void {
  let at = 0;
  let from = 0;
  for (let a = 0; a < readings; a++)
    for (let b = a; b < readings; b++) {
      const ya = u * y[a]!;
      const yb = u * y[b]!;
      sums[at] = sums[at]! + ya * y[b]!;
      at++;
      for (let r = 0; r < k; r++, at++) sums[at] = sums[at]! + ya * g[b * k + r]!;
      for (let r = 0; r < k; r++, at++) sums[at] = sums[at]! + yb * g[a * k + r]!;
      for (let e = 0; e < k * k; e++, at++, from++) sums[at] = sums[at]! + u * gg[from]!;
    }
}

/** Ĝ_a and E G_a G_b′ (a ≤ b) at month t, from the window that speaks for t. */
export function factorReadings(
  layout: StateLayout,
  { mean, covariance }: Expectation,
  pattern: ObservationPattern,
  t: number,
  g: Float64Array,
  gg: Float64Array,
): void {
  const { factors: k, lags, stride, windows } = layout;
  const size = k * lags;
  const w = Math.floor((t - windows[0]! + stride - 1) / stride);
  const shift = windows[w]! - t;
  const { readings } = pattern;
  g.fill(0);
  gg.fill(0);
  readings.forEach((reading, a) => {
    for (let l = 0; l < reading.weights.length; l++)
      for (let r = 0; r < k; r++)
        g[a * k + r] =
          g[a * k + r]! + reading.weights[l]! * mean[w * size + (shift + reading.lag + l) * k + r]!;
  });
  let at = 0;
  for (let a = 0; a < readings.length; a++)
    for (let b = a; b < readings.length; b++, at += k * k) {
      const x = readings[a]!;
      const y = readings[b]!;
      for (let l = 0; l < x.weights.length; l++)
        for (let m = 0; m < y.weights.length; m++) {
          const product = x.weights[l]! * y.weights[m]!;
          const row = (w * size + (shift + x.lag + l) * k) * size + (shift + y.lag + m) * k;
          for (let r = 0; r < k; r++)
            for (let c = 0; c < k; c++)
              gg[at + r * k + c] = gg[at + r * k + c]! + product * covariance[row + r * size + c]!;
        }
      for (let r = 0; r < k; r++)
        for (let c = 0; c < k; c++) gg[at + r * k + c] = gg[at + r * k + c]! + g[a * k + r]! * g[b * k + c]!;
    }
}
