import type { SlidingSpans } from "./slidingSpans.ts";
import type { FTest } from "./stableSeasonality.ts";
import type { X11Quality } from "./x11Quality.ts";

export type Band = "good" | "doubtful" | "bad";

export interface QualityReading {
  measure:
    | "m7"
    | "q"
    | "q2"
    | "qs"
    | "residual-f"
    | "residual-f-recent"
    | "spans-seasonal"
    | "spans-changes"
    | "festival-f";
  value: number;
  band: Band;
}

/** Below the first: good; below the second: doubtful. */
const LIMITS = { m7: [1.25, 1.75], q: [1, 1.2], spansSeasonal: [15, 25], spansChanges: [35, 40] } as const;

/**
 * The measures of an adjustment read as good, doubtful or bad:
 *   M7  < 1.25, < 1.75;   Q and Q2 < 1, < 1.2;   p of QS, F and festival on the adjusted series > 5 %, > 1 %
 *   sliding spans  S % < 15, < 25;   MM % < 35, < 40
 * Statistics Canada (2009), Quality Guidelines, seasonal adjustment dashboard; Findley et al. (1990) for the spans.
 */
export function qualityReadings(
  quality: X11Quality,
  further: { spans?: SlidingSpans; festival?: FTest } = {},
): readonly QualityReading[] {
  const { identifiable, statistics, qs, residual } = quality;
  return [
    { measure: "m7", value: identifiable.m7, band: below(identifiable.m7, LIMITS.m7) },
    { measure: "q", value: statistics.q, band: below(statistics.q, LIMITS.q) },
    { measure: "q2", value: statistics.q2, band: below(statistics.q2, LIMITS.q) },
    ...adjustedReadings({ qs: qs.adjusted, residual }, further),
  ];
}

/** Those of them that ask the adjusted series alone, and so serve every method. */
export function adjustedReadings(
  { qs, residual }: { qs: { p: number }; residual: X11Quality["residual"] },
  { spans, festival }: { spans?: SlidingSpans; festival?: FTest } = {},
): readonly QualityReading[] {
  const of = (measure: QualityReading["measure"], p: number): QualityReading => ({
    measure,
    value: p,
    band: significance(p),
  });
  const readings = [of("qs", qs.p), of("residual-f", residual.all.p)];
  if (residual.lastThreeYears) readings.push(of("residual-f-recent", residual.lastThreeYears.p));
  if (spans) {
    const { seasonal, changes } = spans;
    readings.push(
      {
        measure: "spans-seasonal",
        value: seasonal.percent,
        band: below(seasonal.percent, LIMITS.spansSeasonal),
      },
      { measure: "spans-changes", value: changes.percent, band: below(changes.percent, LIMITS.spansChanges) },
    );
  }
  if (festival) readings.push(of("festival-f", festival.p));
  return readings;
}

/** The worst band there is. */
export const worstBand = (readings: readonly QualityReading[]): Band =>
  readings.some((r) => r.band === "bad")
    ? "bad"
    : readings.some((r) => r.band === "doubtful")
      ? "doubtful"
      : "good";

const below = (v: number, [good, doubtful]: readonly [number, number]): Band =>
  v < good ? "good" : v < doubtful ? "doubtful" : "bad";

/** Of what should not be there. */
const significance = (p: number): Band => (p > 0.05 ? "good" : p > 0.01 ? "doubtful" : "bad");
