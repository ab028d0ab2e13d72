import type { StoredForecast } from "../../../db/stores/contract.ts";
import type { PathSaid } from "../../../models/forecast/pathSaid.ts";
import { publishedAlone } from "../../../models/forecast/publishedAlone.ts";
import { slotOf } from "../../../models/series/period.ts";
import type { Series } from "../../../models/series/series.ts";

/** A model's path to show: as it was kept, or as its back-test says it of that day. */
export interface ForecastShown extends PathSaid {
  from: "kept" | "backtest";
}

/**
 * What a model said, as seen on a day: of the forecast kept and the one its back-test made, the newer; only periods
 * that `known` has no figure for yet and that will be published on their own. null where nothing of it is ahead.
 */
export function forecastShown(
  kept: StoredForecast | undefined,
  said: PathSaid | null,
  known: Series,
): ForecastShown | null {
  const paths: ForecastShown[] = [];
  if (kept) paths.push({ ...pathOf(kept), from: "kept" });
  if (said) paths.push({ ...said, from: "backtest" });
  const ahead = paths.map((p) => aheadOf(p, known)).filter((p) => p.periods.length > 0);
  // Of the same day the one kept: it has every period.
  return ahead.reduce<ForecastShown | null>((a, b) => (a && a.madeAsOf >= b.madeAsOf ? a : b), null);
}

function pathOf(f: StoredForecast): PathSaid {
  return {
    origin: f.origin,
    madeAsOf: f.asOf,
    periods: [...f.periods],
    mean: [...f.mean],
    intervals: f.intervals.map((i) => ({ level: i.level, lower: [...i.lower], upper: [...i.upper] })),
  };
}

function aheadOf(path: ForecastShown, known: Series): ForecastShown {
  const last = known.firstSlot + known.values.findLastIndex((v) => v !== null);
  const at = path.periods.flatMap((period, i) =>
    slotOf(period, known.frequency) > last && publishedAlone(known, period) ? [i] : [],
  );
  const pick = (numbers: readonly number[]): number[] => at.map((i) => numbers[i]!);
  return {
    ...path,
    periods: at.map((i) => path.periods[i]!),
    mean: pick(path.mean),
    intervals: path.intervals.map((i) => ({ level: i.level, lower: pick(i.lower), upper: pick(i.upper) })),
  };
}
