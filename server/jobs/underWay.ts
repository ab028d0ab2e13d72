import type { Logger } from "pino";
import { AppError } from "../../models/errors.ts";
import type { JobUnderWay } from "./jobs.ts";
import type { LiveRun } from "./liveRun.ts";

/** The runs that pages follow now, waiting or working. */
export interface UnderWay {
  /** Holds a run until `task` has ended; hands its outcome on. */
  hold<T>(run: LiveRun, kind: string, task: Promise<T>): Promise<T>;
  /** Oldest first. */
  list(): JobUnderWay[];
  /** Ends one; what it had stored stays. Throws AppError("conflict") for a run that is not under way. */
  cancel(what: { run: number; actor: string }): Promise<void>;
}

export function createUnderWay(log: Logger): UnderWay {
  const held = new Map<number, { run: LiveRun; kind: string }>();
  return {
    async hold(run, kind, task) {
      held.set(run.id, { run, kind });
      try {
        return await task;
      } finally {
        held.delete(run.id);
      }
    },
    list: () =>
      [...held.values()].flatMap(({ run, kind }) =>
        run.ended ? [] : [{ run: run.id, kind, startedAt: run.startedAt, ...run.progress }],
      ),
    async cancel({ run, actor }) {
      const found = held.get(run);
      if (!found || found.run.ended)
        throw new AppError(
          "conflict",
          `run ${run} is not under way: it has ended, or it is no run that can be ended on its own`,
        );
      log.info({ run, actor }, "run cancelled");
      await found.run.cancel(`由${actor}终止\nEnded by ${actor}`);
    },
  };
}
