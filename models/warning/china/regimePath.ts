import { fitSwitching } from "../../markov/fitSwitching.ts";
import { smoothSwitching } from "../../markov/smoothSwitching.ts";
import { switchingModel } from "../../markov/switchingModel.ts";
import type { SwitchingParameters } from "../../markov/switchingParameters.ts";
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
  let parameters: SwitchingParameters | null = null;
  for (let t = 0; t < measure.length; t++) {
    const m = measure[t] ?? null;
    if (m === null) continue;
    known.push(m);
    if (known.length < FEWEST) continue;
    if (parameters === null || (firstSlot + t) % 12 === APRIL)
      parameters = fitSwitching(known, OPTIONS, { starts: 6, seed }).parameters;
    const { filtered } = smoothSwitching(switchingModel(known, OPTIONS), parameters);
    const low = filtered.data[(filtered.rows - 1) * 2]!;
    probability[t] = rule.side === "below" ? low : 1 - low;
  }
  return { probability, regimes: parameters && regimesOf(parameters, rule) };
}

function regimesOf(p: SwitchingParameters, rule: EventRule): NonNullable<RegimePath["regimes"]> {
  const order = rule.side === "below" ? [0, 1] : [1, 0];
  return order.map((j) => ({
    mean: p.coefficients[j]!,
    sd: Math.sqrt(p.variances[j]!),
    duration: 1 / (1 - p.transition[j * 2 + j]!),
  }));
}
