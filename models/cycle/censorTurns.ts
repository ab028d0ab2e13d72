import { type TurningPoint, upward } from "./turningPoint.ts";
import type { TurningPointRules } from "./turningPointRules.ts";

/**
 * Leaves of the candidates those that the rules admit, repeated until nothing more goes:
 *   1  peaks and troughs alternate: of peaks in a row the highest stays, of troughs the lowest
 *   2  a peak stands above the troughs beside it
 *   3  peak to peak and trough to trough ≥ minCycle: the lower peak (higher trough) of two too near goes
 *   4  a phase ≥ minPhase: its second turn goes, and with it the weaker of the two that then meet
 *   5  the first and the last turn are the extremes of all that lies beyond them
 * `turns` in order of time. Harding & Pagan (2002); Bry & Boschan (1971), chapter 2, steps III–V.
 */
export function censorTurns(
  y: Float64Array,
  turns: readonly TurningPoint[],
  rules: Pick<
    TurningPointRules,
    "minCycle" | "minPhase" | "ties" | "endValues" | "lastCycle" | "amplitudeOverride"
  >,
): TurningPoint[] {
  let kept = alternate(y, turns, rules.ties);
  for (let before = -1; before !== kept.length; ) {
    before = kept.length;
    kept = keepReal(y, kept, rules.ties);
    kept = keepCycles(y, kept, "peak", rules);
    kept = keepCycles(y, kept, "trough", rules);
    kept = keepReal(y, kept, rules.ties);
    kept = keepPhases(y, kept, rules);
    if (rules.endValues !== "free") kept = keepEnds(y, kept, rules);
  }
  return kept;
}

/** Of turns of one kind in a row, the most extreme; of equal ones the last or the first, as the rules say. */
export function alternate(
  y: Float64Array,
  turns: readonly TurningPoint[],
  ties: TurningPointRules["ties"],
): TurningPoint[] {
  const kept: TurningPoint[] = [];
  for (const turn of turns) {
    const last = kept.at(-1);
    if (last?.kind !== turn.kind) {
      kept.push(turn);
      continue;
    }
    const further = upward(turn) * (y[turn.at]! - y[last.at]!);
    const later = ties === "last" || (ties === "every" && turn.kind === "peak");
    if (further > 0 || (further === 0 && later)) kept[kept.length - 1] = turn;
  }
  return kept;
}

const without = (turns: readonly TurningPoint[], from: number, count: number): TurningPoint[] => [
  ...turns.slice(0, from),
  ...turns.slice(from + count),
];

/** Drops the first pair that the test finds wanting, until none is; `drop` says which turns of it go. */
function keepUntil(
  y: Float64Array,
  turns: readonly TurningPoint[],
  ties: TurningPointRules["ties"],
  wanting: (turn: TurningPoint, next: TurningPoint) => boolean,
  drop: "both" | "second",
): TurningPoint[] {
  let kept = [...turns];
  for (;;) {
    const at = kept.findIndex((turn, i) => i + 1 < kept.length && wanting(turn, kept[i + 1]!));
    if (at < 0) return kept;
    kept = alternate(y, drop === "both" ? without(kept, at, 2) : without(kept, at + 1, 1), ties);
  }
}

function keepReal(
  y: Float64Array,
  turns: readonly TurningPoint[],
  ties: TurningPointRules["ties"],
): TurningPoint[] {
  const flat = (turn: TurningPoint, next: TurningPoint): boolean =>
    upward(turn) * (y[turn.at]! - y[next.at]!) <= 0;
  return keepUntil(y, turns, ties, flat, "both");
}

function keepPhases(
  y: Float64Array,
  turns: readonly TurningPoint[],
  rules: Pick<TurningPointRules, "minPhase" | "ties" | "amplitudeOverride">,
): TurningPoint[] {
  const short = (turn: TurningPoint, next: TurningPoint): boolean =>
    next.at - turn.at < rules.minPhase && !severe(y, turn.at, next.at, rules.amplitudeOverride);
  return keepUntil(y, turns, rules.ties, short, "second");
}

function keepCycles(
  y: Float64Array,
  turns: readonly TurningPoint[],
  kind: TurningPoint["kind"],
  rules: Pick<TurningPointRules, "minCycle" | "ties" | "lastCycle">,
): TurningPoint[] {
  let kept = [...turns];
  for (;;) {
    const same = kept.filter((turn) => turn.kind === kind);
    const asked = same.length - (rules.lastCycle ? 1 : 2);
    const at = same.findIndex((turn, i) => i < asked && same[i + 1]!.at - turn.at < rules.minCycle);
    if (at < 0) return kept;
    const [first, second] = [same[at]!, same[at + 1]!];
    const further = upward(second) * (y[second.at]! - y[first.at]!);
    const weaker = further > 0 || (further === 0 && rules.ties === "last") ? first : second;
    kept = alternate(
      y,
      kept.filter((turn) => turn !== weaker),
      rules.ties,
    );
  }
}

/** Whether one period of the phase moved by more than the override. */
function severe(y: Float64Array, from: number, to: number, override: number | undefined): boolean {
  if (override === undefined) return false;
  for (let t = from + 1; t <= to; t++) if (Math.abs(y[t]! - y[t - 1]!) > override) return true;
  return false;
}

function keepEnds(
  y: Float64Array,
  turns: readonly TurningPoint[],
  rules: Pick<TurningPointRules, "minPhase" | "endValues">,
): TurningPoint[] {
  let from = 0;
  let to = turns.length;
  while (to > from && exceeded(y, turns[to - 1]!, 1, rules)) to--;
  while (from < to && exceeded(y, turns[from]!, -1, rules)) from++;
  return turns.slice(from, to);
}

/**
 * Whether a figure between the turn and the end of the sample on its outer side (`step`) goes beyond it. Under
 * `next-phase` only those count that come before the opposite extreme out there, once that is a phase away: what
 * follows it is another cycle.
 */
function exceeded(
  y: Float64Array,
  turn: TurningPoint,
  step: 1 | -1,
  { minPhase, endValues }: Pick<TurningPointRules, "minPhase" | "endValues">,
): boolean {
  const sign = upward(turn);
  const level = sign * y[turn.at]!;
  let beyond = turn.at; // first figure beyond the turn
  let opposite = turn.at;
  for (let t = turn.at + step; t >= 0 && t < y.length; t += step) {
    if (beyond === turn.at && sign * y[t]! > level) beyond = t;
    if (sign * y[t]! < sign * y[opposite]!) opposite = t;
  }
  if (beyond === turn.at) return false;
  const nextPhase = Math.abs(opposite - turn.at) >= minPhase && step * (opposite - beyond) < 0;
  return endValues === "sample" || !nextPhase;
}
