import { alternate, censorTurns } from "./censorTurns.ts";
import { localExtremes } from "./localExtremes.ts";
import { monthsForCyclicalDominance } from "./monthsForCyclicalDominance.ts";
import { centredAverage, spencerCurve } from "./spencerCurve.ts";
import { datedFigures, type TurningPoint, upward } from "./turningPoint.ts";
import { MONTHLY, type TurningPointRules } from "./turningPointRules.ts";

export interface BryBoschanOptions {
  rules?: TurningPointRules;
  /** Standard deviations from Spencer's curve beyond which a figure gives way to the curve while turns are sought. */
  outlierLimit?: number;
}

export interface BryBoschanDating {
  turns: TurningPoint[];
  /** Positions whose figures gave way to the curve. */
  outliers: number[];
  /** Months for cyclical dominance, held to 3 … 6: the span of the third curve. */
  span: number;
}

/**
 * Monthly turning points, found on a smooth curve and followed down to the figures.
 *   I    figures further than 3.5 s.d. from Spencer's curve give way to it
 *   II   extremes within ±5 on the centred 12-term average; they alternate
 *   III  each moves to the extreme within ±5 on Spencer's curve; cycles of 15 months
 *   IV   then on the average of MCD (3 … 6) terms
 *   V    then within ±max(4, MCD) on the figures themselves; none in the last 6 months of either end, ends exceeded by
 *        nothing beyond them, cycles of 15 months, phases of 5
 * Deviations are differences, so that the dates do not depend on the unit or the level of y: for a level that grows
 * hand its log in. Bry & Boschan (1971), Cyclical Analysis of Time Series, NBER Technical Paper 20, chapter 2, table
 * 1. At least 3 years.
 */
export function bryBoschan(figures: ArrayLike<number>, options: BryBoschanOptions = {}): BryBoschanDating {
  const { rules = MONTHLY, outlierLimit = 3.5 } = options;
  const y = datedFigures(figures, 36);
  const { clean, outliers } = withoutOutliers(y, outlierLimit);
  const span = Math.min(6, Math.max(3, monthsForCyclicalDominance(clean)));
  const yearly = centredAverage(clean, 12);
  const spencer = spencerCurve(clean);
  const short = centredAverage(clean, span);
  const cycles = { ...rules, minPhase: 0, endValues: "free" as const };

  const onYearly = alternate(yearly, localExtremes(yearly, { ...rules, ends: 0 }), rules.ties);
  const onSpencer = censorTurns(spencer, moved(spencer, onYearly, 5), cycles);
  const onShort = alternate(short, moved(short, onSpencer, 5), rules.ties);
  const onFigures = moved(y, onShort, Math.max(4, span)).filter(
    ({ at }) => at >= rules.ends && at < y.length - rules.ends,
  );
  return { turns: censorTurns(y, onFigures, rules), outliers, span };
}

function withoutOutliers(y: Float64Array, limit: number): { clean: Float64Array; outliers: number[] } {
  const smooth = spencerCurve(y);
  const off = y.map((v, t) => v - smooth[t]!);
  const mean = off.reduce((a, b) => a + b, 0) / off.length;
  const deviation = Math.sqrt(off.reduce((s, v) => s + (v - mean) ** 2, 0) / (off.length - 1));
  const outliers = [...off.keys()].filter((t) => Math.abs(off[t]! - mean) > limit * deviation);
  const clean = y.slice();
  for (const t of outliers) clean[t] = smooth[t]!;
  return { clean, outliers };
}

/** Each turn at the extreme of the curve within `reach` of it, in order of time; the last of equal extremes. */
function moved(curve: Float64Array, turns: readonly TurningPoint[], reach: number): TurningPoint[] {
  return turns
    .map((turn) => {
      const sign = upward(turn);
      let at = Math.max(0, turn.at - reach);
      for (let t = at + 1; t <= Math.min(curve.length - 1, turn.at + reach); t++)
        if (sign * curve[t]! >= sign * curve[at]!) at = t;
      return { at, kind: turn.kind };
    })
    .sort((a, b) => a.at - b.at);
}
