import { AppError } from "../errors.ts";
import type { FactorModel } from "./factorModel.ts";
import { combines } from "./measurementRow.ts";
import {
  type ObservationPattern,
  observationPattern,
  patternKey,
  type Reading,
  readingOf,
} from "./observationPattern.ts";

/** The figures of one series: their months, and the pattern of each read alone and whitened on those before. */
export interface Placed {
  times: number[];
  alone: ObservationPattern[];
  whitened: ObservationPattern[];
  /** Months back that the whitened patterns reach. */
  reach: number;
}

/** A way in which figures of the series read the states: its number among them, and the pattern of one by itself. */
interface Known {
  reading: Reading;
  number: number;
  alone: ObservationPattern;
}
/** Twelve months, months since the last figure, and whether months are read together. */
const MOST_READINGS = 12 * 16 * 2;

/** Throws AppError("invalid-input") for a figure in a month where its row has none. */
export function placedPatterns(
  model: FactorModel,
  i: number,
  start: number,
  months: number,
  values: Float64Array,
  asPublished: boolean,
  patterns: Map<string, ObservationPattern>,
): Placed {
  const { row, id } = model.series[i]!;
  const n = model.series.length;
  const placed: Placed = { times: [], alone: [], whitened: [], reach: 0 };
  const known = new Map<number, Known>();
  const pairs = new Map<number, ObservationPattern>();
  /** The figures that whiten the next one: back to the last of a single month. */
  let since: { at: Known; time: number }[] = [];
  let last = -1;
  for (let t = 0; t < months; t++) {
    if (Number.isNaN(values[t * n + i]!)) continue;
    const month = (start + t) % 12;
    const before = !asPublished && last >= 0 && t - last <= month ? t - last : null;
    const key = (month * 16 + (before ?? 0)) * 2 + (combines(row, start + t) ? 1 : 0);
    let now = known.get(key);
    if (!now) {
      const reading = readingOf(row, start + t, before);
      if (!reading)
        throw new AppError(
          "invalid-input",
          `${id} (${row.kind}) holds a figure in month ${month + 1}, where it has none`,
        );
      now = { reading, number: known.size, alone: shared(patterns, [reading]) };
      known.set(key, now);
    }
    last = t;
    const pattern = whitenedOn(now, t);
    placed.times.push(t);
    placed.alone.push(now.alone);
    placed.whitened.push(pattern);
    if (pattern.reach > placed.reach) placed.reach = pattern.reach;
    if (now.reading.weights.length > 1) since = [...since, { at: now, time: t }].slice(-12);
    else if (since.length === 1) {
      since[0]!.at = now;
      since[0]!.time = t;
    } else since = [{ at: now, time: t }];
  }
  return placed;

  /** Most figures follow a single month: those pairs are few, and found without writing out what they are. */
  function whitenedOn(now: Known, t: number): ObservationPattern {
    const [only] = since;
    if (!only) return now.alone;
    if (since.length > 1) return written(now, t);
    const pair = (now.number * MOST_READINGS + only.at.number) * months + t - only.time;
    let pattern = pairs.get(pair);
    if (!pattern) {
      pattern = written(now, t);
      pairs.set(pair, pattern);
    }
    return pattern;
  }

  function written({ reading }: Known, t: number): ObservationPattern {
    const earlier = since.map((s) => ({ ...s.at.reading, lag: t - s.time })).reverse();
    return shared(patterns, [reading, ...earlier]);
  }
}

/** One object for each pattern, however many figures share it. */
function shared(patterns: Map<string, ObservationPattern>, readings: readonly Reading[]): ObservationPattern {
  const key = patternKey(readings);
  let pattern = patterns.get(key);
  if (!pattern) {
    pattern = observationPattern(readings);
    patterns.set(key, pattern);
  }
  return pattern;
}
