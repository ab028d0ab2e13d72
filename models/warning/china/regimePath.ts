import { AppError } from "../../errors.ts";
import { fitSwitching } from "../../markov/fitSwitching.ts";
import { switchingFilter } from "../../markov/switchingFilter.ts";
import { switchingModel } from "../../markov/switchingModel.ts";
import type { SwitchingParameters } from "../../markov/switchingParameters.ts";
import { switchingRun } from "../../markov/switchingRun.ts";
import type { EventRule } from "./eventRule.ts";
import type { EventSample } from "./eventSample.ts";

export interface RegimePath {
  /** Filtered probability of the dangerous regime by month; NaN before there are months enough. */
  probability: Float64Array;
  /** The regimes as last estimated, the dangerous one first: mean of the measure, its deviation, months it lasts. */
  regimes: readonly { mean: number; sd: number; duration: number }[] | null;
}

const FEWEST = 36;
const APRIL = 3;
const OPTIONS = { regimes: 2, switchingVariance: true } as const;

/**
 * Two regimes of an event's measure by a Markov chain, and the probability of the dangerous one as told month by month: parameters
 * are estimated each April from the months up to then and serve for a year; the filter sees figures up to the month alone.
 *   m(t) = μ_S + σ_S ε,  P(S_t | S_{t−1});   dangerous: the lower mean where the event holds below its bound, else the higher
 * A measure moves slowly, so that regimes are long: the model tells where the reference stands, rather than where it goes.
 * Hamilton (1989), Econometrica 57.
 */
export function regimePath(rule: EventRule, sample: EventSample, seed: number): RegimePath {
  const { measure, firstSlot } = sample;
  const probability = new Float64Array(measure.length).fill(Number.NaN);
  const known: number[] = [];
  /** Months told by the parameters in force, and how many figures each knew. */
  let spell: { t: number; known: number }[] = [];
  let parameters: SwitchingParameters | null = null;
  for (let t = 0; t < measure.length; t++) {
    const m = measure[t] ?? null;
    if (m === null) continue;
    known.push(m);
    if (known.length < FEWEST) continue;
    if (parameters === null || (firstSlot + t) % 12 === APRIL) {
      tell();
      parameters = fitSwitching(known, OPTIONS, { starts: 6, seed }).parameters;
    }
    spell.push({ t, known: known.length });
  }
  tell();
  return { probability, regimes: parameters && regimesOf(parameters, rule) };

  /** One run of the filter serves all months of a spell: it goes forward, a month's probability sees nothing after it. */
  function tell(): void {
    const last = spell.at(-1);
    if (!last || !parameters) return;
    const low = filteredLow(known.slice(0, last.known), parameters);
    for (const month of spell) {
      const p = low[month.known - 1]!;
      probability[month.t] = rule.side === "below" ? p : 1 - p;
    }
    spell = [];
  }
}

/** P(the regime of the lower mean | figures up to it), figure by figure. */
function filteredLow(known: readonly number[], parameters: SwitchingParameters): Float64Array {
  const model = switchingModel(known, OPTIONS);
  const run = switchingRun(model);
  if (!Number.isFinite(switchingFilter(model, parameters, run)))
    throw new AppError(
      "invalid-input",
      `the regimes of the measure give its ${known.length} figures no likelihood; positive variances and probabilities are needed`,
    );
  return run.filteredMarginal.filter((_, i) => i % OPTIONS.regimes === 0);
}

function regimesOf(p: SwitchingParameters, rule: EventRule): NonNullable<RegimePath["regimes"]> {
  const order = rule.side === "below" ? [0, 1] : [1, 0];
  return order.map((j) => ({
    mean: p.coefficients[j]!,
    sd: Math.sqrt(p.variances[j]!),
    duration: 1 / (1 - p.transition[j * 2 + j]!),
  }));
}
