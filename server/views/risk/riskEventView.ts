import type { Words } from "../../../models/indicators/indicator.ts";
import { indicatorById } from "../../../models/indicators/registry.ts";
import type { EventAnalysis } from "../../../models/warning/china/eventAnalysis.ts";
import type { Made } from "../../analyses/analyses.ts";
import type { Figure, Passport, RiskEventView } from "../../routers/views.ts";
import { provenanceOf } from "../provenanceOf.ts";
import { candidatesTitle, episodesTitle, eventHeadline, modelsTitle } from "./eventTitles.ts";
import { riskCandidate } from "./riskCandidate.ts";
import { riskEvent } from "./riskEvent.ts";

/** One event with everything behind its probability. */
export function riskEventView(
  made: Made<EventAnalysis>,
  reference: Figure,
  passport: Passport,
): RiskEventView {
  const { result } = made;
  const event = riskEvent(result, reference);
  const vintages = new Map(made.vintages.map((v) => [v.indicator, v.vintage]));
  const candidates = result.candidates.map((c) =>
    riskCandidate(result.id, c, vintages.get(c.indicator) ?? null),
  );
  return {
    ...passport,
    ...event,
    headline: eventHeadline(event),
    months: [...result.months],
    states: [...result.states],
    joined: result.joined,
    cutoffs: [...result.cutoffs],
    record: result.record,
    models: result.models,
    modelsTitle: modelsTitle(result.models),
    candidates,
    candidatesTitle: candidatesTitle(candidates),
    contributions: result.contributions.map((c) => ({ ...c, name: partName(c.id) })),
    episodes: result.episodes,
    episodesTitle: episodesTitle(result.episodes, result.window),
    provenance: provenanceOf(made),
  };
}

/** What brings points of a probability: an indicator, the regime, or what is left when nothing signals. */
function partName(id: string): Words {
  if (id === "base") return { zh: "平常的概率", en: "What is usual" };
  if (id === "regime") return { zh: "所处的状态", en: "The regime it is in" };
  return indicatorById(id)?.short ?? { zh: id, en: id };
}
