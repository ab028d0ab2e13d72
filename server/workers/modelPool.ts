import { availableParallelism } from "node:os";
import { MessageChannel } from "node:worker_threads";
import { Piscina } from "piscina";
import { AppError } from "../../models/errors.ts";
import type { AnswerOf, ModelTask } from "./modelTasks.ts";
import { workerFile } from "./workerFile.ts";

/** Threads that run models off the event loop. */
export interface ModelPool {
  /** Throws AppError("cancelled") once the signal aborts: a running task's thread is ended with it. */
  run<T extends Omit<ModelTask, "port"> & { kind: ModelTask["kind"] }>(
    task: T,
    options?: { signal?: AbortSignal; onProgress?: (done: number, total: number) => void },
  ): Promise<AnswerOf<Extract<ModelTask, { kind: T["kind"] }>>>;
  close(): Promise<void>;
}

const MOST_THREADS = 2;
const IDLE_MS = 30_000;

/** A pool of one or two threads, started when the first task comes and ended when idle. */
export function createModelPool(options: {
  modelsDir: string;
  threads?: number;
  /** Hears of threads that died; the task they ran is rejected with the same error. */
  onThreadError?: (error: unknown) => void;
}): ModelPool {
  const { start, entry } = workerFile("modelWorker");
  const piscina = new Piscina({
    filename: start,
    minThreads: 0,
    maxThreads: options.threads ?? Math.max(1, Math.min(MOST_THREADS, availableParallelism())),
    idleTimeout: IDLE_MS,
    workerData: { entry, modelsDir: options.modelsDir },
  });
  piscina.on("error", (error) => options.onThreadError?.(error));
  return {
    async run(task, { signal, onProgress } = {}) {
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
      }
    },
    close: () => piscina.destroy(),
  };
}
