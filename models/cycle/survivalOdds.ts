import { AppError } from "../errors.ts";
import { datedFigures, type TurningPoint } from "./turningPoint.ts";

export interface SurvivalOptions {
  /** Figures in the first sample that is dated. */
  first: number;
  /** The oldest age that is asked about, in periods since the turn; by default 24. */
  oldest?: number;
  /** How far the turn may still shift and count as the same; by default 2 periods. */
  shift?: number;
}

export interface Survival {
  /** Periods from the turn to the end of the sample in which it was seen. */
  age: number;
  /** The share of the turns seen at that age that stood in the end; null where none was seen. */
  share: number | null;
  /** Turns seen at that age: what the share rests on. */
  n: number;
}

export interface ProvisionalTurn extends TurningPoint, Survival {}

export interface SurvivalOdds {
  byAge: Survival[];
  /** Today's turns that are young enough to be in question, with the odds of their age. */
  provisional: ProvisionalTurn[];
}

/**
 * Which of the last turning points may yet vanish, by how it went before: the dating is run on y(1) … y(T) for every
 * T, and a turn seen at age a = T − t stood if the dating of the whole sample has one of its kind within `shift`.
 *   odds(a) = share of the turns seen at age a, t ≤ n − `oldest`, that stood
 * Turns younger than `oldest` at the end are not counted, since nobody knows yet. `date` is any dating
 * (`findTurningPoints`, `bryBoschan`, either after a two-sided filter). With real vintages at hand use
 * `survivalOfVintages`.
 */
export function survivalOdds(
  figures: ArrayLike<number>,
  date: (sample: Float64Array) => readonly TurningPoint[],
  options: SurvivalOptions,
): SurvivalOdds {
  const y = datedFigures(figures, options.first + 1);
  const vintages = Array.from({ length: y.length - options.first + 1 }, (_, i) => {
    const sample = y.subarray(0, options.first + i);
    return { length: sample.length, turns: date(sample) };
  });
  return survivalOfVintages(vintages, options);
}

/** The same from datings as they were made, each of a sample of its length, in order of time; the last is today's. */
export function survivalOfVintages(
  vintages: readonly { length: number; turns: readonly TurningPoint[] }[],
  { oldest = 24, shift = 2 }: Pick<SurvivalOptions, "oldest" | "shift">,
): SurvivalOdds {
  const today = vintages.at(-1);
  if (!today || vintages.length < 2)
    throw new AppError(
      "not-enough-data",
      `survival is read off at least two datings; found ${vintages.length}`,
    );
  const seen = new Float64Array(oldest + 1);
  const stood = new Float64Array(oldest + 1);
  for (const { length, turns } of vintages)
    for (const turn of turns) {
      const age = length - 1 - turn.at;
      if (age > oldest || turn.at > today.length - 1 - oldest) continue;
      seen[age]! += 1;
      if (today.turns.some((t) => t.kind === turn.kind && Math.abs(t.at - turn.at) <= shift))
        stood[age]! += 1;
    }
  const byAge = Array.from(seen, (n, age): Survival => ({ age, n, share: n === 0 ? null : stood[age]! / n }));
  const provisional = today.turns
    .filter((turn) => today.length - 1 - turn.at <= oldest)
    .map((turn) => ({ ...turn, ...byAge[today.length - 1 - turn.at]! }));
  return { byAge, provisional };
}
