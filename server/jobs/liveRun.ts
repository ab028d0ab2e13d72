import type { Words } from "../../models/indicators/indicator.ts";
import type { EventBus } from "../events.ts";
import type { JobProgress, RefreshOutcome } from "./jobs.ts";
import { beginRun, isCancelled, type RunDesk, type RunSubject } from "./recordRun.ts";

/** A run that pages follow: its record, and its progress as live events. */
export interface LiveRun {
  id: number;
  /** Runs the work, telling its progress, and ends the record with how it went. Throws what the work throws. */
  follow(work: (tell: (progress: JobProgress) => void) => Promise<RefreshOutcome>): Promise<RefreshOutcome>;
  /** Ends a run that never began, or does nothing if it has ended. */
  end(state: "failed" | "cancelled", message: string): Promise<void>;
}

export async function liveRun(
  events: EventBus,
  desk: RunDesk,
  about: RunSubject,
  title: Words,
): Promise<LiveRun> {
  const id = await beginRun(desk, about);
  let ended = false;
  let last = { title, done: 0, total: 1 };
  const publish = (state: "running" | "done" | "failed" | "cancelled"): void =>
    events.publish({ kind: "run", run: id, ...last, state });
  const end = async (state: "done" | "failed" | "cancelled", message: string | null): Promise<void> => {
    if (ended) return;
    ended = true;
    await desk.runs.end(id, state, message, desk.now().toISOString());
    publish(state);
  };
  publish("running");
  return {
    id,
    end,
    async follow(work) {
      try {
        const outcome = await work((progress) => {
          last = progress;
          publish("running");
        });
        const failed = outcome.failures.map((f) => `${f.part}: ${f.message}`).join("; ");
        last = { ...last, done: last.total };
        await end("done", failed === "" ? null : failed);
        return outcome;
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        await end(isCancelled(error) ? "cancelled" : "failed", message);
        throw error;
      }
    },
  };
}
