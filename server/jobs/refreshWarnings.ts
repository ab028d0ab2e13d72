import type { Base } from "../../db/stores/contract.ts";
import type { ReadSeries } from "../../models/readings/readings.ts";
import type { IsoDate } from "../../models/series/date.ts";
import type { StoredObservation } from "../../models/series/observation.ts";
import type { WarningRule } from "../../models/warning/contract.ts";
import { WARNING_RULES } from "../../models/warning/registry.ts";
import type { Knowledge } from "../../models/warning/snapshot.ts";
import type { Analyses } from "../analyses/analyses.ts";
import { loadAnalysisBook } from "./analysisBook.ts";
import { type Evaluation, evaluateWarnings } from "./evaluateWarnings.ts";
import { loadForecastBook } from "./forecastBook.ts";
import { loadKnowledge } from "./loadKnowledge.ts";
import type { RegisteredModel } from "./modelRegistry.ts";
import { replayHistory } from "./replayHistory.ts";
import { restoreMemory } from "./restoreMemory.ts";

type Needed = Pick<Base, "alerts" | "bounds" | "forecasts" | "observations" | "signals">;

/** What rules read beside the figures. */
interface Sources {
  base: Needed;
  models: readonly RegisteredModel[];
  analyses: Pick<Analyses, "get">;
  /** The run it is a part of. */
  parent?: number;
  signal?: AbortSignal;
}

/** Judges some rules as of a day on what is in the base now. `since`: when the evaluation before began. */
export async function refreshWarnings(
  options: Sources & { rules: readonly WarningRule[]; day: IsoDate; at: string; since: string | null },
): Promise<Evaluation & { read: Iterable<ReadSeries> }> {
  const { base, rules, day, at, since } = options;
  const knowledge = await knowledgeOf(options, day);
  const memory = await restoreMemory(base, day);
  const isNew = (o: StoredObservation): boolean => since !== null && o.loadedAt > since;
  const done = await evaluateWarnings({ base, rules, knowledge, day, at, replayed: false, memory, isNew });
  return { ...done, read: knowledge.series.values() };
}

/** Judges every rule as of every month-end of the past not yet judged, and as of the day itself. */
export async function replayWarnings(
  options: Sources & { to: IsoDate; at: string; onProgress?: (done: number, total: number) => void },
): Promise<Awaited<ReturnType<typeof replayHistory>> & { read: Iterable<ReadSeries> }> {
  let read: Iterable<ReadSeries> = [];
  const knowledge = async (): Promise<Knowledge> => {
    const loaded = await knowledgeOf(options, options.to);
    read = loaded.series.values();
    return loaded;
  };
  const done = await replayHistory({ ...options, knowledge, rules: WARNING_RULES });
  return { ...done, read };
}

/** Every vintage rules and presets read, with bounds, proven forecasts, demoted models and what event and risk models said. */
async function knowledgeOf(options: Sources, day: IsoDate): Promise<Knowledge> {
  const { base, models, analyses, signal, parent } = options;
  const [bounds, book, analysis] = await Promise.all([
    base.bounds.all(),
    loadForecastBook(base, models),
    loadAnalysisBook(analyses, day, {
      rank: "refresh",
      ...(signal && { signal }),
      ...(parent !== undefined && { parent }),
    }),
  ]);
  return loadKnowledge(base.observations, WARNING_RULES, bounds, { ...book, analysis }, signal);
}
