import type { RowBatch } from "../rowBatch.ts";
import { futurePeriod } from "./futurePeriod.ts";
import { futureVintage } from "./futureVintage.ts";
import { missingWithoutReason } from "./missingWithoutReason.ts";
import { nonFinite } from "./nonFinite.ts";
import { outOfRange } from "./outOfRange.ts";
import type { GateContext, RowRule } from "./rule.ts";
import { wrongFrequency } from "./wrongFrequency.ts";

/** The rules over single rows, in the order in which they are asked: the first one broken names the refusal. */
export const ROW_RULES: readonly RowRule[] = [
  missingWithoutReason,
  nonFinite,
  wrongFrequency,
  futureVintage,
  futurePeriod,
  outOfRange,
];

/** Asks every row rule; marks refused rows in the returned array and hands each to `report`. */
export function checkRows(
  batch: RowBatch,
  context: GateContext,
  report: (rule: RowRule, row: number, needed: () => string) => void,
): Uint8Array {
  const refused = new Uint8Array(batch.rows);
  for (const rule of ROW_RULES) {
    rule.check(batch, context, refused, (row, needed) => {
      refused[row] = 1;
      report(rule, row, needed);
    });
  }
  return refused;
}
