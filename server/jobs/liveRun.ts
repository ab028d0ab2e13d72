import { setMaxListeners } from "node:events";
import { AppError } from "../../models/errors.ts";
import type { Words } from "../../models/indicators/indicator.ts";
import type { EventBus } from "../events.ts";
import type { JobProgress, RefreshOutcome } from "./jobs.ts";
import { beginRun, isCancelled, type RunDesk, type RunSubject } from "./recordRun.ts";

/** A run that pages follow and may end: its record, and its progress as live events. */
export interface LiveRun {
  id: number;
  startedAt: string;
  /** The part under way and how far it has come. */
  readonly progress: JobProgress;
  /** Ends everything that is done for it. */
  readonly signal: AbortSignal;
  /** Runs the work, telling its progress, and ends the record with how it went. Throws what the work throws. */
  follow(work: (tell: (progress: JobProgress) => void) => Promise<RefreshOutcome>): Promise<RefreshOutcome>;
  /** Ends a run that never began, or does nothing if it has ended. */
  end(state: "failed" | "cancelled", message: string): Promise<void>;
  readonly ended: boolean;
  /** Aborts the signal, and ends the record of a run that still waits; the record says who wanted it. */
  cancel(message: string): Promise<void>;
}

/** Steps are told this often at most: a back-test takes thousands. */
const TELL_MS = 250;

export async function liveRun(
  events: EventBus,
  desk: RunDesk,
  about: RunSubject,
  title: Words,
): Promise<LiveRun> {
  const id = await beginRun(desk, about);
  const startedAt = desk.now().toISOString();
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  let ended = false;
  let begun = false;
  let progress: JobProgress = { title, done: 0, total: 1 };
  let told = 0;
  const publish = (state: "running" | "done" | "failed" | "cancelled"): void => {
    told = desk.now().getTime();
    events.publish({ kind: "run", run: id, ...progress, state });
  };
  const end = async (state: "done" | "failed" | "cancelled", message: string | null): Promise<void> => {
    if (ended) return;
    ended = true;
    await desk.runs.end(id, state, message, desk.now().toISOString());
    publish(state);
  };
  const wanted = (): string | null => (stop.signal.aborted ? String(stop.signal.reason) : null);
  publish("running");
  return {
    id,
    startedAt,
    get progress() {
      return progress;
    },
    signal: stop.signal,
    end,
    get ended() {
      return ended;
    },
    async cancel(message) {
      stop.abort(message);
      if (!begun) await end("cancelled", message);
    },
    async follow(work) {
      begun = true;
      try {
        const why = wanted();
        if (why !== null) throw new AppError("cancelled", why);
        const outcome = await work((step) => {
          const next = step.title.en !== progress.title.en;
          progress = step;
          if (next || desk.now().getTime() - told >= TELL_MS) publish("running");
        });
        const failed = outcome.failures.map((f) => `${f.part}: ${f.message}`).join("; ");
        progress = { ...progress, done: progress.total };
        await end("done", failed === "" ? null : failed);
        return outcome;
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        if (isCancelled(error)) await end("cancelled", wanted() ?? message);
        else await end("failed", message);
        throw error;
      }
    },
  };
}
