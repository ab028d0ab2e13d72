import { smoothingParameter } from "../filters/smoothingParameter.ts";
import { findTurningPoints } from "./findTurningPoints.ts";
import { growthCycle } from "./growthCycle.ts";
import { datedFigures, type TurningPoint } from "./turningPoint.ts";
import { MONTHLY, QUARTERLY, type TurningPointRules } from "./turningPointRules.ts";

/**
 * α A B mark the peaks of growth rate, growth cycle and level, in the order in which they come; β C D their troughs.
 */
export type ClockLetter = "α" | "A" | "B" | "β" | "C" | "D";

export interface ClockEvent {
  at: number;
  letter: ClockLetter;
  cycle: "growth-rate" | "growth" | "classical";
  kind: TurningPoint["kind"];
}

export interface BusinessCycleClock {
  /** All turns of the three cycles in order of time. */
  events: ClockEvent[];
  classical: TurningPoint[];
  growth: TurningPoint[];
  growthRate: TurningPoint[];
}

/**
 * Three datings of one series, read as one clock:
 *   α  peak of the growth rate (acceleration ends)   β  its trough
 *   A  peak of the deviation from trend              D  its trough (growth is back at trend)
 *   B  peak of the level (recession begins)          C  trough of the level (recession ends)
 * in a full cycle α A B β C D; a slowdown without recession goes α A β D. y: 100 · log of a level. The growth rate is
 * the change over a year, the deviation `growthCycle` with waves of 1 to 10 years. Turns of one date come in the
 * clock's order. Anas & Ferrara (2004), Detecting cyclical turning points: the ABCD approach, J. Business Cycle
 * Measurement and Analysis 1; Mazzi (ed., 2015), Eurostat, The αABβCD approach.
 */
export function businessCycleClock(
  figures: ArrayLike<number>,
  perYear: 4 | 12,
  rules: TurningPointRules = perYear === 4 ? QUARTERLY : MONTHLY,
): BusinessCycleClock {
  const y = datedFigures(figures, 5 * perYear);
  const { cycle } = growthCycle(y, {
    trendLambda: smoothingParameter(10 * perYear),
    noiseLambda: smoothingParameter(perYear),
  });
  const rate = y.slice(perYear).map((v, t) => v - y[t]!);
  const classical = findTurningPoints(y, rules);
  const growth = findTurningPoints(cycle, rules);
  const growthRate = findTurningPoints(rate, rules).map((turn) => ({ ...turn, at: turn.at + perYear }));
  return { events: clockEvents({ classical, growth, growthRate }), classical, growth, growthRate };
}

const ORDER: readonly ClockLetter[] = ["α", "A", "B", "β", "C", "D"];

/** The ordered union of three datings, whoever made them. */
export function clockEvents(
  dated: Pick<BusinessCycleClock, "classical" | "growth" | "growthRate">,
): ClockEvent[] {
  const lettered = (
    turns: readonly TurningPoint[],
    cycle: ClockEvent["cycle"],
    peak: ClockLetter,
    trough: ClockLetter,
  ): ClockEvent[] =>
    turns.map(({ at, kind }) => ({ at, kind, cycle, letter: kind === "peak" ? peak : trough }));
  return [
    ...lettered(dated.growthRate, "growth-rate", "α", "β"),
    ...lettered(dated.growth, "growth", "A", "D"),
    ...lettered(dated.classical, "classical", "B", "C"),
  ].sort((a, b) => a.at - b.at || ORDER.indexOf(a.letter) - ORDER.indexOf(b.letter));
}
