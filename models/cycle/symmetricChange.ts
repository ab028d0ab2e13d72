import { AppError } from "../errors.ts";

/**
 * How a component enters an index: `percent` as a symmetric percent change, `difference` where it is a rate or a
 * percentage already, `level` where it is itself a change (an interest-rate spread, a diffusion index once
 * standardised).
 */
export type ChangeKind = "percent" | "difference" | "level";

/**
 * The change of x from one period to the next.
 *   percent: 200 (x − x₋) / (x + x₋), the same size up and down;  difference: x − x₋;  level: x
 * The Conference Board (2001), Business Cycle Indicators Handbook.
 */
export function symmetricChange(before: number, x: number, kind: ChangeKind = "percent"): number {
  if (kind === "level") return x;
  return kind === "difference" ? x - before : (200 * (x - before)) / (x + before);
}

/** The level after a symmetric percent change: x = x₋ (200 + r) / (200 − r). */
export const afterChange = (before: number, r: number, kind: ChangeKind = "percent"): number => {
  if (kind === "level") return r;
  return kind === "difference" ? before + r : (before * (200 + r)) / (200 - r);
};

/** Changes of a series, one fewer than its figures; NaN beside a gap. Percent changes need positive figures. */
export function changesOf(x: ArrayLike<number>, kind: ChangeKind): Float64Array {
  for (let t = 0; t < x.length; t++) {
    if (Number.isNaN(x[t]!) || (Number.isFinite(x[t]!) && (kind !== "percent" || x[t]! > 0))) continue;
    throw new AppError(
      "invalid-input",
      `a component in ${kind === "percent" ? "percent changes needs positive figures, or enters by its difference" : "differences or levels needs finite figures"}; found ${x[t]} at position ${t + 1}`,
    );
  }
  return Float64Array.from({ length: Math.max(0, x.length - 1) }, (_, t) =>
    symmetricChange(x[t]!, x[t + 1]!, kind),
  );
}

/**
 * An index that is `start` in the first period and moves by symmetric percent changes: one more figure than changes.
 */
export function indexFromChanges(changes: ArrayLike<number>, start = 100): Float64Array {
  const index = new Float64Array(changes.length + 1);
  index[0] = start;
  for (let t = 0; t < changes.length; t++) index[t + 1] = afterChange(index[t]!, changes[t]!);
  return index;
}

/** The index with the mean over the periods of its base (0-based) at 100. */
export function rebased(index: Float64Array, base: readonly number[]): Float64Array {
  const outside = base.find((t) => !(t >= 0 && t < index.length && Number.isInteger(t)));
  if (base.length === 0 || outside !== undefined)
    throw new AppError(
      "invalid-input",
      `the base of an index is some of its ${index.length} periods; found ${outside ?? "none"}`,
    );
  const mean = base.reduce((sum, t) => sum + index[t]!, 0) / base.length;
  return index.map((v) => (100 * v) / mean);
}
