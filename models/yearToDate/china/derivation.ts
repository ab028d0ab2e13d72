import type { Words } from "../../indicators/indicator.ts";
import type { RunningPair } from "./totalsHistory.ts";

/** What is derived from one running total of the catalogue, as plain data. */
export interface Derivation {
  /** Running amounts. */
  total: string;
  /** Their growth on a year earlier, as published. */
  growth?: string;
  /** The single month or quarter where its source publishes it: it stands, nothing is derived over it. */
  single?: string;
  singleGrowth?: string;
  /** Growth of the month that reprinters computed from amounts: not read, but its page shows what is derived. */
  alsoOn?: readonly string[];
  /**
   * How growth of a single period follows from running growth: `comparable` from amounts and their growth; `weighted` for real
   * growth, by the year before's amounts.
   */
  route?: "comparable" | "weighted";
  /** Indicator whose seasonal policy tells January from February; absent where both come, or neither can be told. */
  partedLike?: string;
  /** The source restates the year's running total on the way: differences that come out far too small are gaps. */
  restates?: true;
  /** A total and its growth that tell across which months the year was restated (`restatedWithin`): such differences are gaps. */
  restatedBy?: RunningPair;
  /** What is not derived, and why. */
  refused: readonly { what: Words; why: Words }[];
}
