import { setMaxListeners } from "node:events";
import { AppError } from "../../models/errors.ts";
import { isCancelled } from "./recordRun.ts";

/** Jobs run one after another in the order asked: two refreshes never judge the same day at once. */
export interface Queue {
  /** `work` is handed a signal that aborts when the caller's does or the queue closes. */
  add<T>(work: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Resolves when nothing is queued or running. */
  idle(): Promise<void>;
  /** Aborts what runs, refuses what waits, and resolves when all has ended. */
  close(): Promise<void>;
}

/** `onError` hears of jobs that threw; cancelling is no error. The one who asked is told too. */
export function createQueue(onError: (error: unknown) => void): Queue {
  const closing = new AbortController();
  let tail: Promise<void> = Promise.resolve();
  const idle = async (): Promise<void> => {
    let seen: Promise<void>;
    do {
      seen = tail;
      await seen;
    } while (seen !== tail);
  };
  return {
    add(work, signal) {
      // Every task of a job listens to the same signal.
      const both = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
      setMaxListeners(0, both);
      const mine = tail.then(() => {
        if (both.aborted) throw new AppError("cancelled", "the job was cancelled before it began");
        return work(both);
      });
      tail = mine.then(
        () => undefined,
        (error: unknown) => {
          if (!isCancelled(error)) onError(error);
        },
      );
      return mine;
    },
    idle,
    async close() {
      closing.abort();
      await idle();
    },
  };
}
