import { isoDate } from "../../models/series/date.ts";
import { periodOfSlot } from "../../models/series/period.ts";

/** What the documents of the kill test say: each one series of its own and a revision of a figure all share. */
export const SHARED = { indicator: "generated-000.index", region: "100000" };
export const SHARED_PERIOD = "2020-12";
export const OWN_ROWS = 6000;
const FIRST_SLOT = 1990 * 12;
const MONTHS = 120;
const FIRST_DAY = 12_000;

export const ownSeries = (n: number) => ({
  indicator: `generated-${String(n).padStart(3, "0")}.index`,
  region: "100000",
});

/** The shared figure as document `n` has it: of all committed documents the newest counts. */
export const sharedValue = (n: number): number => 1000 + n;

/** Document `n` (1, 2, …): 6,000 rows of its own series over 50 vintages, then the revision. */
export function killDocument(n: number): string {
  const lines = ["indicator,region,period,value,status,reason,vintage,vintage_basis"];
  const { indicator, region } = ownSeries(n);
  for (let i = 0; i < OWN_ROWS; i++) {
    const period = periodOfSlot(FIRST_SLOT + (i % MONTHS), "M");
    const vintage = isoDate(FIRST_DAY + Math.floor(i / MONTHS) * 30);
    lines.push(`${indicator},${region},${period},${n * 10 + i / 100},revised,,${vintage},document`);
  }
  const day = isoDate(18_700 + n);
  lines.push(
    `${SHARED.indicator},${SHARED.region},${SHARED_PERIOD},${sharedValue(n)},revised,,${day},document`,
  );
  return `${lines.join("\n")}\n`;
}
