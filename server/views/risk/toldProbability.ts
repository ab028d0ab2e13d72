import type { Period } from "../../../models/series/period.ts";
import type { BandPath } from "../../../models/warning/china/riskResult.ts";
import type { ToldProbability } from "../../routers/views.ts";

/** The newest probability of a path with its band and its change against the month before; null where none was ever told. */
export function toldProbability(months: readonly Period[], path: BandPath): ToldProbability | null {
  const at = path.value.findLastIndex((v) => v !== null);
  const value = path.value[at] ?? null;
  if (value === null) return null;
  const before = path.value[at - 1] ?? null;
  return {
    month: months[at]!,
    value,
    lower: path.lower[at] ?? null,
    upper: path.upper[at] ?? null,
    level: path.level,
    change: before === null ? null : value - before,
  };
}
