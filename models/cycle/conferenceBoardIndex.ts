import { AppError } from "../errors.ts";
import { fillByAutoregression } from "./fillByAutoregression.ts";
import { type ChangeKind, changesOf, indexFromChanges, rebased } from "./symmetricChange.ts";

export interface ConferenceBoardOptions {
  /** How each component enters; `percent` by default. */
  kinds?: readonly ChangeKind[];
  /**
   * Changes (0-based, from, to) on which the standard deviations rest; all by default. Factors are revised once a year.
   */
  standardisation?: readonly [from: number, to: number];
  /** Percent a period that the index is made to grow by on average: that of the coincident index, or of GDP. */
  trendTarget?: number;
  /** Periods (0-based) whose mean is 100. */
  base?: readonly number[];
}

export interface ConferenceBoardIndex {
  /** 1/v over their sum: what a change of 1 adds. They hold where every component is known. */
  factors: Float64Array;
  /** One row a component, one fewer entries than periods. */
  changes: Float64Array[];
  /** Factor · change; where a component is not there yet, the others' factors grow to add up to 1. */
  contributions: Float64Array[];
  /** Sum of the contributions, before and after the trend adjustment. */
  sum: Float64Array;
  adjusted: Float64Array;
  /** 100 in the first period, and with the base at 100. */
  index: Float64Array;
  rebased: Float64Array;
  /** 1 where a component's figure was forecast (`fillByAutoregression`), one row a component. */
  estimated: Uint8Array[];
}

/**
 * A composite index of the classical cycle by The Conference Board's steps.
 *   1  rᵢ(t): symmetric percent change, or difference of a rate, or the level of a spread
 *   2  vᵢ = s.d.(rᵢ), factor fᵢ = (1/vᵢ) / Σ (1/v),  contribution mᵢ(t) = fᵢ rᵢ(t)
 *   3  i(t) = Σ mᵢ(t)     4  i′(t) = i(t) + (target − mean i)
 *   5  I(1) = 100, I(t) = I(t−1) (200 + i′(t)) / (200 − i′(t))     6  mean of the base = 100
 * Standard deviations divide by n − 1. NaN before a component begins; later gaps are forecast and marked.
 * The Conference Board, Calculating the Composite Indexes (2001 method: no equalisation of volatility across indexes).
 */
export function conferenceBoardIndex(
  components: readonly ArrayLike<number>[],
  options: ConferenceBoardOptions = {},
): ConferenceBoardIndex {
  const n = components[0]?.length ?? 0;
  if (n < 4 || components.some((x) => x.length !== n))
    throw new AppError(
      "invalid-input",
      `an index takes components over the same 4 or more periods; found ${components.map((x) => x.length).join(", ") || "none"}`,
    );
  const kindOf = (i: number): ChangeKind => options.kinds?.[i] ?? "percent";
  // Spread is measured on figures that were published; a forecast is smoother than what it stands for.
  const published = components.map((x, i) => changesOf(x, kindOf(i)));
  const filled = components.map((x, i) => fillByAutoregression(x, kindOf(i)));
  const changes = filled.map(({ values }, i) => changesOf(values, kindOf(i)));
  const [from, to] = options.standardisation ?? [0, n - 1];
  const weights = published.map((r, i) => 1 / deviationOf(r.subarray(from, to), i));
  const total = weights.reduce((a, b) => a + b, 0);
  const contributions = changes.map(() => new Float64Array(n - 1));
  const sum = new Float64Array(n - 1);
  for (let t = 0; t < n - 1; t++) {
    const there = weights.reduce((s, w, i) => (Number.isNaN(changes[i]![t]!) ? s : s + w), 0);
    if (there === 0)
      throw new AppError("not-enough-data", `no component is known at positions ${t + 1} and ${t + 2}`);
    changes.forEach((r, i) => {
      if (!Number.isNaN(r[t]!)) contributions[i]![t] = (weights[i]! / there) * r[t]!;
      sum[t]! += contributions[i]![t]!;
    });
  }
  const mean = sum.reduce((a, b) => a + b, 0) / sum.length;
  const lift = options.trendTarget === undefined ? 0 : options.trendTarget - mean;
  const adjusted = sum.map((v) => v + lift);
  const index = indexFromChanges(adjusted);
  return {
    factors: Float64Array.from(weights, (w) => w / total),
    changes,
    contributions,
    sum,
    adjusted,
    index,
    rebased: rebased(index, options.base ?? [0]),
    estimated: filled.map((f) => f.estimated),
  };
}

/** Standard deviation of the known changes of component i. */
function deviationOf(r: Float64Array, i: number): number {
  const known = r.filter((v) => !Number.isNaN(v));
  const mean = known.reduce((a, b) => a + b, 0) / known.length;
  const deviation = Math.sqrt(known.reduce((s, v) => s + (v - mean) ** 2, 0) / (known.length - 1));
  if (!(deviation > 0 && Number.isFinite(deviation)))
    throw new AppError(
      "not-enough-data",
      `component ${i + 1} is weighted by the spread of its changes; found ${known.length} changes without spread`,
    );
  return deviation;
}
