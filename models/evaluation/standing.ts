/** When a model holds its place and when it loses it. */
export interface StandingRule {
  /** A model in good standing that errs more than this many times the benchmark lately is demoted. */
  lose: number;
  /** A demoted model comes back once it errs at most this many times the benchmark lately. */
  regain: number;
}

/**
 * Five per cent to each side of equality. Between the two nothing moves, so that a ratio that trembles about 1 moves a
 * model neither up nor down. A test of equal accuracy would be no better judge here: over two years of months it
 * hardly ever rejects.
 */
export const STANDING_RULE: StandingRule = { lose: 1.05, regain: 0.95 };

/** How a model stands at one step: one more forecast has met its figure. */
export interface StandingStep<Gate extends string> {
  /** The verdict over all origins so far. */
  gate: Gate | "passed";
  /** RMSE over the benchmark's on the newest origins; null while there are fewer than the window needs. */
  recent: number | null;
}

/** `good` may be shown; `demoted` was good and lost it; before that the gate's own word why not yet. */
export type StandingState<Gate extends string> = "good" | "demoted" | Exclude<Gate, "passed">;

/**
 * The standing after each step, walked in the order in which figures came: what a step says rests on the steps up to
 * it alone.
 *   not yet good → good      gate passed, and not losing lately (recent ≤ lose)
 *   good         → demoted   recent > lose, or the gate is lost over all origins
 *   demoted      → good      gate passed and recent ≤ regain, `rest` steps after the demotion at the earliest
 */
export function standingPath<Gate extends string>(
  steps: readonly StandingStep<Gate>[],
  rest: number,
  { lose, regain }: StandingRule = STANDING_RULE,
): StandingState<Gate>[] {
  let state: StandingState<Gate> | null = null;
  let demotedAt = 0;
  return steps.map(({ gate, recent }, i) => {
    const passed = gate === "passed";
    const losing = recent !== null && recent > lose;
    const back = recent !== null && recent <= regain && i - demotedAt >= rest;
    const before = state;
    if (before === "good") state = passed && !losing ? "good" : "demoted";
    else if (before === "demoted") state = passed && back ? "good" : "demoted";
    else if (passed) state = losing ? "demoted" : "good";
    else state = gate as Exclude<Gate, "passed">;
    if (state === "demoted" && before !== "demoted") demotedAt = i;
    return state;
  });
}
