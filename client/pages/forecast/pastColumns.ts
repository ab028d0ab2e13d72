import type { NowcastRecordView } from "../../../server/routers/views.ts";
import type { PastNowcastData } from "../../charts/pastNowcastDrawing.ts";

export type Sample = NowcastRecordView["samples"][number]["id"];

const yearOf = (period: string): number => Number(period.slice(0, 4));

/**
 * Past periods told at one distance to publication, as columns; those not told so early are left out. A sample that ends early
 * ends the columns; the two years that one leaves out stand as a gap.
 */
export function pastColumns(
  periods: NowcastRecordView["periods"],
  stage: number,
  sample: Sample,
): Omit<PastNowcastData, "name" | "unit" | "decimals" | "selected"> {
  const told = periods.flatMap((p) => {
    const at = p.stages.find((s) => s.daysBefore === stage);
    if (!at || (sample === "2010-2019" && yearOf(p.period) > 2019)) return [];
    const out = sample === "without-2020-2021" && [2020, 2021].includes(yearOf(p.period));
    return [{ period: p.period, at: out ? null : { ...at, actual: p.actual } }];
  });
  return {
    periods: told.map((t) => t.period),
    actual: told.map((t) => t.at?.actual ?? null),
    told: told.map((t) => t.at?.mean ?? null),
    lower: told.map((t) => t.at?.lower80 ?? null),
    upper: told.map((t) => t.at?.upper80 ?? null),
    level: 80,
    naive: told.map((t) => t.at?.naive ?? null),
  };
}
