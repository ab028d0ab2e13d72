import type { EventAnalysis } from "../../../models/warning/china/eventAnalysis.ts";
import type { Figure, RiskEvent } from "../../routers/views.ts";
import { riskVerdict } from "./riskVerdict.ts";
import { toldProbability } from "./toldProbability.ts";

/** Months of the small line of a card: five years. */
const SPARK = 60;

/** What every place says of an event, from its result and the newest figure of its reference. */
export function riskEvent(result: EventAnalysis, reference: Figure): RiskEvent {
  const state = stateOf(result);
  return {
    id: result.id,
    title: result.title,
    definition: result.definition,
    window: result.window,
    reference,
    state,
    // While the event is on, nothing is left to announce.
    probability: state.on === true ? null : toldProbability(result.months, result.joined),
    withheld: false,
    proven: result.proven,
    verdict: riskVerdict(result),
    spark: { periods: result.months.slice(-SPARK), values: result.joined.value.slice(-SPARK) },
  };
}

function stateOf({ states, months }: EventAnalysis): RiskEvent["state"] {
  const at = states.findLastIndex((s) => s !== null);
  const on = states[at] ?? null;
  if (on === null) return { on, month: null, since: null, months: 0 };
  let from = at;
  while (from > 0 && states[from - 1] === on) from--;
  return { on, month: months[at]!, since: months[from]!, months: at - from + 1 };
}
