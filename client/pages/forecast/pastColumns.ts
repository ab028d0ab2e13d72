import type { NowcastRecordView } from "../../../server/routers/views.ts";
import type { PastNowcastData } from "../../charts/pastNowcastDrawing.ts";

/** Past periods told at one distance to publication, as columns; those not told so early are left out. */
export function pastColumns(
  periods: NowcastRecordView["periods"],
  stage: number,
): Omit<PastNowcastData, "name" | "unit" | "decimals" | "selected"> {
  const told = periods.flatMap((p) => {
    const at = p.stages.find((s) => s.daysBefore === stage);
    return at ? [{ ...at, period: p.period, actual: p.actual }] : [];
  });
  return {
    periods: told.map((t) => t.period),
    actual: told.map((t) => t.actual),
    told: told.map((t) => t.mean),
    lower: told.map((t) => t.lower80),
    upper: told.map((t) => t.upper80),
    level: 80,
    naive: told.map((t) => t.naive),
  };
}
