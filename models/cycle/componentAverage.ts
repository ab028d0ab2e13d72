import { AppError } from "../errors.ts";

export interface AverageOptions {
  /** One weight a component; equal by default. */
  weights?: readonly number[];
  /** A period has a figure where more than this share of all weights is known; by default 0.6. */
  minShare?: number;
}

/** Weighted mean of the components known in a period; NaN where their weights are `minShare` of all or less. */
export function componentAverage(
  components: readonly ArrayLike<number>[],
  options: AverageOptions = {},
): Float64Array {
  const { weights, n, least } = readAverage(components, options);
  return Float64Array.from({ length: n }, (_, t) => {
    let sum = 0;
    let known = 0;
    components.forEach((x, i) => {
      if (Number.isNaN(x[t]!)) return;
      sum += weights[i]! * x[t]!;
      known += weights[i]!;
    });
    return known > least ? sum / known : Number.NaN;
  });
}

/**
 * The same, chained, so that a component that comes in or drops out moves nothing by its mere level:
 *   I(t) = I(t−1) · Σ w x(t) / Σ w x(t−1)  over the components known in both periods
 * and I = 100 at `base` (by default the first period with a figure). Components are normalised around 100. A period in
 * which their weights are `minShare` or less has NaN, and the chain goes on from the next pair that is known.
 * The rule of the OECD's system (Gyomai & Guidetti 2012) as coded in CIF.
 */
export function chainedAverage(
  components: readonly ArrayLike<number>[],
  options: AverageOptions & { base?: number } = {},
): Float64Array {
  const { weights, n, least } = readAverage(components, options);
  const index = new Float64Array(n).fill(Number.NaN);
  let level = 100;
  for (let t = 0; t < n; t++) {
    let now = 0;
    let before = 0;
    let known = 0;
    let shared = 0;
    components.forEach((x, i) => {
      const w = weights[i]!;
      if (Number.isNaN(x[t]!)) return;
      known += w;
      if (t === 0 || Number.isNaN(x[t - 1]!)) return;
      shared += w;
      now += w * x[t]!;
      before += w * x[t - 1]!;
    });
    if (shared > least) level *= now / before;
    if (known > least) index[t] = level;
  }
  const base = options.base ?? index.findIndex((v) => !Number.isNaN(v));
  const unit = index[base] ?? Number.NaN;
  if (Number.isNaN(unit))
    throw new AppError(
      "not-enough-data",
      `no index can be based at position ${base + 1}: too few components are known`,
    );
  return index.map((v) => (100 * v) / unit);
}

function readAverage(
  components: readonly ArrayLike<number>[],
  { weights = components.map(() => 1), minShare = 0.6 }: AverageOptions,
): { weights: readonly number[]; n: number; least: number } {
  const n = components[0]?.length ?? 0;
  if (n === 0 || components.some((x) => x.length !== n) || weights.length !== components.length)
    throw new AppError(
      "invalid-input",
      `an average takes components over the same periods and a weight for each; found lengths ${components.map((x) => x.length).join(", ")} and ${weights.length} weights`,
    );
  if (weights.some((w) => !(w > 0 && Number.isFinite(w))))
    throw new AppError("invalid-input", `weights are above 0; found ${weights.join(", ")}`);
  if (!(minShare >= 0 && minShare < 1))
    throw new AppError(
      "invalid-input",
      `the share that must be exceeded lies from 0 to below 1; found ${minShare}`,
    );
  return { weights, n, least: minShare * weights.reduce((a, b) => a + b, 0) };
}
