import { oneSidedHodrickPrescott } from "../../filters/oneSidedHodrickPrescott.ts";

/** λ for quarterly credit cycles about four times as long as the business cycle: 1600 · 4⁴, rounded as the BIS does. */
export const CREDIT_LAMBDA = 400_000;

/** Percentage points: from here on the countercyclical buffer guide starts, and full. Basel Committee (2010), Guidance. */
export const BUFFER_GUIDE = { starts: 2, full: 10 } as const;

export type CreditColour = "normal" | "watch" | "red";

export interface CreditGap {
  /** Percent of GDP. */
  trend: Float64Array;
  /** Ratio less trend, percentage points; NaN while the trend cannot be drawn. */
  gap: Float64Array;
  colours: readonly (CreditColour | null)[];
}

/**
 * Credit-to-GDP gap: the quarterly ratio (percent) less its one-sided Hodrick–Prescott trend, each quarter with what was
 * known then. `warmUp` quarters have no gap: an early trend follows the ratio itself (BIS: ten years).
 * Drehmann & Tsatsaronis (2014), The credit-to-GDP gap and countercyclical capital buffers, BIS Quarterly Review.
 */
export function creditGap(ratio: ArrayLike<number>, warmUp = 40, lambda = CREDIT_LAMBDA): CreditGap {
  const { trend } = oneSidedHodrickPrescott(ratio, lambda, { first: 4 });
  const gap = Float64Array.from(trend, (v, t) => (t < warmUp ? Number.NaN : ratio[t]! - v));
  return { trend, gap, colours: Array.from(gap, (g) => (Number.isNaN(g) ? null : colourOf(g))) };
}

function colourOf(gap: number): CreditColour {
  if (gap >= BUFFER_GUIDE.full) return "red";
  return gap >= BUFFER_GUIDE.starts ? "watch" : "normal";
}
