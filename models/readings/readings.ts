import { AppError } from "../errors.ts";
import type { Words } from "../indicators/indicator.ts";
import { quotedName } from "../indicators/quotedName.ts";
import { asOf } from "../series/asOf.ts";
import type { IsoDate } from "../series/date.ts";
import type { StoredObservation } from "../series/observation.ts";
import { type Series, type SeriesHead, seriesOf } from "../series/series.ts";

/** Series, of the nation or else of the world, with all their vintages, as far as a day knew them. */
export interface Readings {
  /** The newest vintage among what is read: the day the result speaks of. Nothing later is there. */
  readonly day: IsoDate;
  /** A series as it was known at the end of `day`, by default the newest; each day laid out once. */
  series(indicator: string, day?: IsoDate): Series;
  /** Every vintage of a series. */
  history(indicator: string): readonly StoredObservation[];
  /** Days after `from`, up to `to`, on which one of the indicators was spoken of: in order, each once. */
  days(indicators: readonly string[], from: IsoDate, to: IsoDate): IsoDate[];
}

/** Series named where nothing is known of any. */
const NAMED = 3;

export interface ReadSeries {
  head: SeriesHead;
  history: readonly StoredObservation[];
}

/**
 * What an analysis reads as of a day; later vintages are dropped here, once for all. Throws AppError("not-enough-data")
 * where nothing was known by then, AppError("invalid-input") for a series that was not handed in.
 */
export function readingsOf(read: readonly ReadSeries[], until: IsoDate): Readings {
  const known = new Map(
    read.map(({ head, history }) => [
      head.indicator,
      { head, history: history.filter((o) => o.vintage <= until) },
    ]),
  );
  let day: IsoDate | null = null;
  for (const { history } of known.values())
    for (const o of history) if (day === null || o.vintage > day) day = o.vintage;
  if (day === null) throw new AppError("not-enough-data", nothingKnown([...known.keys()]));
  const last = day;
  const of = (indicator: string): ReadSeries => {
    const found = known.get(indicator);
    if (!found)
      throw new AppError(
        "invalid-input",
        `${indicator} is not among what is read: ${[...known.keys()].join(", ")}`,
      );
    return found;
  };
  const laid = new Map<string, Series>();
  return {
    day: last,
    history: (indicator) => of(indicator).history,
    series(indicator, on = last) {
      const key = `${indicator} ${on}`;
      const held = laid.get(key);
      if (held) return held;
      const { head, history } = of(indicator);
      const series = seriesOf(head, asOf(history, on));
      laid.set(key, series);
      return series;
    },
    days(indicators, from, to) {
      const days = new Set<IsoDate>();
      for (const indicator of indicators)
        for (const { vintage } of of(indicator).history)
          if (vintage > from && vintage <= to) days.add(vintage);
      return [...days].sort();
    },
  };
}

/** Names no day: every day that knew nothing is refused in the same words, as everything else that is the same is. */
function nothingKnown(ids: readonly string[]): Words {
  const more =
    ids.length > NAMED ? { zh: `等${ids.length}个序列`, en: ` and ${ids.length - NAMED} more` } : null;
  const first = ids.slice(0, NAMED);
  return {
    zh: `截至当日，${first.map(quotedName).join("、")}${more?.zh ?? ""}还没有任何数据；至少需要一个`,
    en: `nothing of ${first.join(", ")}${more?.en ?? ""} was known by that day; at least one figure is needed`,
  };
}
