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

/** A figure in its month. */
export interface Placed {
  time: number;
  pattern: ObservationPattern;
}

/** The figures of one series with the pattern of each: read alone, and whitened on those before. */
export function placedPatterns(
  model: FactorModel,
  i: number,
  start: number,
  months: number,
  values: Float64Array,
  asPublished: boolean,
  patterns: Map<string, ObservationPattern>,
): { alone: Placed[]; whitened: Placed[]; reach: number } {
  const { row, id } = model.series[i]!;
  const n = model.series.length;
  const alone: Placed[] = [];
  const whitened: Placed[] = [];
  const readings = new Map<number, Reading>();
  let since: { time: number; reading: Reading }[] = [];
  let last = -1;
  let reach = 0;
  for (let t = 0; t < months; t++) {
    if (Number.isNaN(values[t * n + i]!)) continue;
    const month = (start + t) % 12;
    const known = !asPublished && last >= 0 && t - last <= month ? t - last : null;
    const key = (month * 16 + (known ?? 0)) * 2 + (combines(row, start + t) ? 1 : 0);
    let reading = readings.get(key);
    if (!reading) {
      const found = readingOf(row, start + t, known);
      if (!found)
        throw new AppError(
          "invalid-input",
          `${id} (${row.kind}) holds a figure in month ${month + 1}, where it has none`,
        );
      reading = found;
      readings.set(key, reading);
    }
    last = t;
    alone.push({ time: t, pattern: shared(patterns, [reading]) });
    const pattern = shared(patterns, [
      reading,
      ...since.map((s) => ({ ...s.reading, lag: t - s.time })).reverse(),
    ]);
    whitened.push({ time: t, pattern });
    reach = Math.max(reach, pattern.reach);
    since =
      reading.weights.length === 1 ? [{ time: t, reading }] : [...since, { time: t, reading }].slice(-12);
  }
  return { alone, whitened, reach };
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
