import type { Frequency } from "../series/frequency.ts";
import type { BacktestSummary } from "./backtestContract.ts";
import type { PointGroup } from "./pointGroup.ts";
import { type Standing, standingOf } from "./standingOf.ts";
import { summarise } from "./summarise.ts";

/** An error record and what it means for the model's place. */
export interface ErrorRecordThen extends BacktestSummary {
  standing: Standing;
}

/** The error record and the standing that points make, as the day of the group knew them; null where nothing can be measured. */
export function recordOf(group: PointGroup, frequency: Frequency): ErrorRecordThen | null {
  const record = summarise(group, frequency);
  return "unscored" in record ? null : { ...record, standing: standingOf(group, frequency) };
}
