import type { Operations } from "./operations.ts";

/**
 * b2 centred year; b6 first and b7 its trend; b10 factors; b13 irregular; b17 weights; b20 extreme part; the same for c;
 * c1, d1 the series without extremes; d8 SI ratios, d9 their replacements; d10 seasonal, d11 adjusted, d12 trend, d13
 * irregular; e1 original, e2 adjusted, e3 irregular without what weighs nothing; e18 original over adjusted.
 */
export type X11TableName =
  | "b2"
  | "b6"
  | "b7"
  | "b10"
  | "b13"
  | "b17"
  | "b20"
  | "c1"
  | "c2"
  | "c6"
  | "c7"
  | "c10"
  | "c13"
  | "c17"
  | "c20"
  | "d1"
  | "d2"
  | "d6"
  | "d7"
  | "d8"
  | "d9"
  | "d10"
  | "d11"
  | "d12"
  | "d13"
  | "e1"
  | "e2"
  | "e3"
  | "e18";

export type X11Tables = Record<X11TableName, Float64Array>;

/**
 * Part E, where the weight of C17 is zero: the original loses its irregular (Y/I), the adjusted series becomes the trend,
 * the irregular its expectation. E18 = Y/A, the whole adjustment as a ratio, also where it was additive.
 */
export function modifiedTables(
  op: Operations,
  original: Float64Array,
  adjusted: Float64Array,
  trend: Float64Array,
  irregular: Float64Array,
  weights: Float64Array,
): Record<"e1" | "e2" | "e3" | "e18", Float64Array> {
  const e1 = original.slice();
  const e2 = adjusted.slice();
  const e3 = irregular.slice();
  const e18 = new Float64Array(original.length);
  for (let t = 0; t < original.length; t++) {
    e18[t] = adjusted[t] === 0 ? (original[t] === 0 ? 1 : Number.NaN) : original[t]! / adjusted[t]!;
    if (weights[t]! > 0) continue;
    e1[t] = op.ratio ? original[t]! / irregular[t]! : original[t]! - irregular[t]!;
    e2[t] = trend[t]!;
    e3[t] = op.neutral;
  }
  return { e1, e2, e3, e18 };
}
