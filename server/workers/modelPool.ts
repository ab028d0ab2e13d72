import { availableParallelism } from "node:os";
import { MessageChannel } from "node:worker_threads";
import { Piscina } from "piscina";
import { AppError } from "../../models/errors.ts";
import { createLanes, type LaneOptions } from "./lanes.ts";
import type { AnswerOf, ModelTask } from "./modelTasks.ts";
import { workerFile } from "./workerFile.ts";

export interface PoolOptions extends Partial<LaneOptions> {
  onProgress?: (done: number, total: number) => void;
}

/** Threads that run models off the event loop. */
export interface ModelPool {
  /**
   * A page's task, unless `rank` says otherwise, begins at once. Throws AppError("cancelled") once the signal aborts:
   * a running task's thread is ended with it.
   */
  run<T extends Omit<ModelTask, "port"> & { kind: ModelTask["kind"] }>(
    task: T,
    options?: PoolOptions,
  ): Promise<AnswerOf<Extract<ModelTask, { kind: T["kind"] }>>>;
  close(): Promise<void>;
}

const MOST_THREADS = 2;
const IDLE_MS = 30_000;
/** What people try waits for its turn: one at a time, so that no page waits behind it; some minutes of them wait at most. */
const TRIES_AT_ONCE = 1;
const TRIES_WAITING = 30;

/**
 * A pool of one or two threads for what runs by itself and one more that only pages use, started when a task comes
 * and ended when idle.
 */
export function createModelPool(options: {
  modelsDir: string;
  threads?: number;
  /** Hears of threads that died; the task they ran is rejected with the same error. */
  onThreadError?: (error: unknown) => void;
}): ModelPool {
  const { start, entry } = workerFile("modelWorker");
  const threads = options.threads ?? Math.max(1, Math.min(MOST_THREADS, availableParallelism()));
  const lanes = createLanes(threads);
  const tries = createLanes(TRIES_AT_ONCE, TRIES_WAITING);
  const piscina = new Piscina({
    filename: start,
    minThreads: 0,
    maxThreads: threads + 1,
    idleTimeout: IDLE_MS,
    workerData: { entry, modelsDir: options.modelsDir },
  });
  piscina.on("error", (error) => options.onThreadError?.(error));
  return {
    async run(task, { rank = "page", signal, hurry, onProgress } = {}) {
      const given = { ...(signal && { signal }), ...(hurry && { hurry }) };
      const leave = await (task.kind === "seasonal-trial"
        ? tries.enter({ rank: "refresh", ...given })
        : lanes.enter({ rank, ...given }));
      const channel = task.kind !== "forecast" && onProgress ? new MessageChannel() : null;
      channel?.port1.on("message", ([done, total]: [number, number]) => onProgress?.(done, total));
      try {
        return await piscina.run(
          { ...task, port: channel?.port2 ?? null },
          { ...(channel && { transferList: [channel.port2] }), ...(signal && { signal }) },
        );
      } catch (error) {
        if (signal?.aborted)
          throw new AppError("cancelled", "the model task was cancelled", { cause: error });
        throw error;
      } finally {
        channel?.port1.close();
        leave();
      }
    },
    close: () => piscina.destroy(),
  };
}
