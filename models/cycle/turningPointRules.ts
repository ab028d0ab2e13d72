/** What makes a local extreme a turning point. Lengths are in observations. */
export interface TurningPointRules {
  /** Neighbours before and after that a peak must not be exceeded by. */
  window: readonly [before: number, after: number];
  /** Peak to peak and trough to trough. */
  minCycle: number;
  /** Peak to trough and trough to peak. */
  minPhase: number;
  /** No turning point among so many figures at either end. */
  ends: number;
  /**
   * Of equal figures next to each other, which one turns: the last, the first, or every one that is not exceeded, in
   * which case the last of repeated peaks and the first of repeated troughs is kept.
   */
  ties: "last" | "first" | "every";
  /**
   * What an outermost turning point must not be exceeded by: by no figure up to the end of the `sample`; by none
   * before the `next-phase` that shows there, so that a turn does not vanish while the one after it is too young to be
   * dated; `free`.
   */
  endValues: "sample" | "next-phase" | "free";
  /** Whether the minimum cycle is also asked of the last two peaks and of the last two troughs. */
  lastCycle: boolean;
  /** A phase with a change of more than this in one period, in units of y, may be shorter than `minPhase`. */
  amplitudeOverride?: number;
}

/** Harding & Pagan (2002), Dissecting the cycle, J. Monetary Economics 49, 365–381: the product's rules for quarters. */
export const QUARTERLY: TurningPointRules = {
  window: [2, 2],
  minCycle: 5,
  minPhase: 2,
  ends: 2,
  ties: "last",
  endValues: "next-phase",
  lastCycle: true,
};

/** The same for months, with Bry & Boschan's lengths: ±5, phases of 5 and cycles of 15 months. The product's rules. */
export const MONTHLY: TurningPointRules = {
  window: [5, 5],
  minCycle: 15,
  minPhase: 5,
  ends: 6,
  ties: "last",
  endValues: "next-phase",
  lastCycle: true,
};

/**
 * As R's BCDating dates: ±2 for months as for quarters, every one of equal figures, the last pair free of the cycle
 * rule.
 */
export const BCDATING_QUARTERLY: TurningPointRules = {
  ...QUARTERLY,
  ties: "every",
  endValues: "sample",
  lastCycle: false,
};

/** The same for months: phases of 6, cycles of 15. */
export const BCDATING_MONTHLY: TurningPointRules = {
  ...BCDATING_QUARTERLY,
  minCycle: 15,
  minPhase: 6,
  ends: 6,
};

/** As the OECD's procedure is coded in CIF: five months before and four after, phases of more than five months. */
export const OECD_CIF: TurningPointRules = {
  window: [5, 4],
  minCycle: 15,
  minPhase: 6,
  ends: 5,
  ties: "every",
  endValues: "free",
  lastCycle: true,
};
