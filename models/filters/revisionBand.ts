import { AppError } from "../errors.ts";
import { quantile, sorted } from "../statistics/quantile.ts";

export interface RevisionBandOptions {
  /** Figures in the first sample: the shortest history on which the filter was ever run. */
  first: number;
  /** The greatest distance from the end that is asked about; by default 12. */
  distances?: number;
  /** A period counts as settled once this many figures follow it; by default as many as `distances`. */
  settled?: number;
  /** Shares of the revisions that lie below each bound; by default 5, 25, 50, 75 and 95 %. */
  shares?: readonly number[];
}

export interface Revision {
  /** How many figures followed the period when the estimate was made: 0 is the newest. */
  distance: number;
  /** The periods that this rests on. */
  n: number;
  /** Of final − early estimate, at each of the shares. */
  quantiles: Float64Array;
  meanAbsolute: number;
  /** Share of the periods whose early estimate had the sign of the final one. */
  sameSign: number;
}

/**
 * How far the end of a filtered series still moves, measured on its own history: the filter is run on y(1) … y(T) for
 * every T from `first`, and each early estimate is compared with the estimate of the same period from the whole sample.
 *   r(t, h) = x(t | n) − x(t | t + h),  for settled t ≤ n − `settled`,  h = 0 … `distances`
 * The band around the newest estimate is its value plus the quantiles at distance 0, and so on backwards. It holds
 * filter revisions only, as later figures come in; those of the figures themselves need vintages. NaN (a lost end) is
 * left out. Orphanides & van Norden (2002), The unreliability of output-gap estimates in real time, REStat 84
 * (quasi-real).
 */
export function revisionBand(
  y: Float64Array,
  filter: (sample: Float64Array) => Float64Array,
  options: RevisionBandOptions,
): Revision[] {
  const { first, distances = 12, settled = distances, shares = [0.05, 0.25, 0.5, 0.75, 0.95] } = options;
  const n = y.length;
  if (!Number.isInteger(first) || first < 1 || settled < distances || distances < 0)
    throw new AppError(
      "invalid-input",
      `a revision band needs a first sample of 1 or more figures and periods settled no sooner than the distances asked for; found ${first}, ${settled}, ${distances}`,
    );
  if (n < first + settled)
    throw new AppError(
      "not-enough-data",
      `a revision band from samples of ${first} figures on, settled after ${settled} more, needs ${first + settled} figures; found ${n}`,
    );
  const whole = filter(y);
  const revisions: number[][] = Array.from({ length: distances + 1 }, () => []);
  const agreed = new Float64Array(distances + 1);
  for (let end = first; end <= n; end++) {
    const early = end === n ? whole : filter(y.subarray(0, end));
    for (let h = 0; h <= distances && h < end; h++) {
      const t = end - 1 - h;
      const before = early[t]!;
      const after = whole[t]!;
      if (t + settled > n - 1 || Number.isNaN(before) || Number.isNaN(after)) continue;
      revisions[h]!.push(after - before);
      if (Math.sign(before) === Math.sign(after)) agreed[h]! += 1;
    }
  }
  return revisions.map((found, distance) => {
    const rising = sorted(found);
    return {
      distance,
      n: found.length,
      quantiles: Float64Array.from(shares, (p) => (found.length === 0 ? Number.NaN : quantile(rising, p))),
      meanAbsolute: found.reduce((sum, r) => sum + Math.abs(r), 0) / found.length,
      sameSign: agreed[distance]! / found.length,
    };
  });
}
