import { spencerCurve } from "./spencerCurve.ts";

/**
 * MCD: the shortest span over which a series moves more by its cycle than by noise.
 *   MCD = min k with  Ī(k) / C̄(k) < 1,  Ī(k) = mean|I(t) − I(t−k)|,  C̄(k) = mean|C(t) − C(t−k)|
 * C: Spencer's curve, I = y − C (y in logs or percent; ratios otherwise). `most` where no span does, by default 12.
 * Shiskin (1957), Electronic computers and business indicators, NBER Occasional Paper 57.
 */
export function monthsForCyclicalDominance(y: Float64Array, most = 12): number {
  const smooth = spencerCurve(y);
  for (let k = 1; k < most; k++) {
    let cycle = 0;
    let noise = 0;
    for (let t = k; t < y.length; t++) {
      const c = smooth[t]! - smooth[t - k]!;
      cycle += Math.abs(c);
      noise += Math.abs(y[t]! - y[t - k]! - c);
    }
    if (noise < cycle) return k;
  }
  return most;
}
