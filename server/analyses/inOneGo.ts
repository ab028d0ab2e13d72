import type { AnalysisKey } from "../../db/stores/contract.ts";
import type { Analysis } from "../../models/analyses/contract.ts";
import { ANALYSES } from "../../models/analyses/registry.ts";
import { isCancelled } from "../jobs/recordRun.ts";
import type { LaneOptions } from "../workers/lanes.ts";
import type { ModelPool } from "../workers/modelPool.ts";
import type { AnalysisAnswer, AnalysisTask } from "../workers/modelTasks.ts";
import { remembered } from "./remembered.ts";
import { type Shared, share } from "./shared.ts";

/** Makes one result in a thread; with analyses that belong together all of theirs, of which each asker takes its own. */
export type InOneGo = (
  analysis: Analysis,
  key: AnalysisKey,
  figures: Pick<AnalysisTask, "read" | "until" | "seed">,
  options: LaneOptions,
) => Promise<AnalysisAnswer>;

/** Answers held for the rest of their company to ask for: a page's, a release's and one more. Some hundred kilobytes each. */
const HELD = 3;

export function createInOneGo(pool: Pick<ModelPool, "run">, all: readonly Analysis[] = ANALYSES): InOneGo {
  const made = remembered<Shared<readonly AnalysisAnswer[]>>(HELD);
  return async (analysis, { subject, inputs }, figures, options) => {
    const { id, together } = analysis;
    const alone = () => pool.run({ kind: "analysis", analysis: id, subject, ...figures }, options);
    if (together === undefined) return alone();
    const parts = all
      .filter((a) => a.together === together)
      .flatMap((a) => a.subjects.map((s) => ({ analysis: a.id, subject: s })));
    const place = parts.findIndex((p) => p.analysis === id && p.subject === subject);
    if (place < 0) return alone();
    const name = `${together} ${figures.seed} ${inputs}`;
    let shared = made.get(name);
    if (!shared || shared.over) {
      shared = share(({ stop, hurry }) =>
        pool.run(
          { kind: "analyses", parts, ...figures },
          {
            rank: options.rank,
            signal: stop,
            hurry,
          },
        ),
      );
      made.set(name, shared);
    }
    try {
      return (await shared.join(options))[place]!;
    } catch (error) {
      if (isCancelled(error)) throw error;
      // What breaks one of them is its own: each is tried by itself.
      return alone();
    }
  };
}
