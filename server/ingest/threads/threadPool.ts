import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { AppError } from "../../../models/errors.ts";
import type { GateContext } from "../gate/rule.ts";
import type { FromWorker, ToWorker } from "./ingestWorker.ts";
import type { Runner } from "./runner.ts";
import type { Task, TaskResults } from "./tasks.ts";

/** Threads that nothing was asked of for this long end themselves. */
const IDLE_MS = 20_000;

interface Waiting {
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/** The worker's own file beside this one: the source under a loader, the compiled file in a build. */
function startWorker(): Worker {
  if (!import.meta.url.endsWith(".ts")) return new Worker(new URL("./ingestWorker.js", import.meta.url));
  const entry = new URL("./ingestWorker.ts", import.meta.url).href;
  return new Worker(new URL("./sourceThread.mjs", import.meta.url), { workerData: { entry } });
}

/** One thread and what it still owes. */
class Thread {
  readonly #worker = startWorker();
  readonly #waiting = new Map<number, Waiting>();
  #next = 0;
  /** Set when the thread has ended: it takes no more tasks. */
  ended = false;

  constructor() {
    this.#worker.unref();
    this.#worker.on("message", (message: FromWorker) => {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (this.#waiting.size === 0) this.#worker.unref();
      if ("error" in message) waiting?.reject(message.error);
      else waiting?.resolve(message.result);
    });
    this.#worker.on("error", (error) => this.#fail(error));
    this.#worker.on("exit", (code) => this.#fail(new Error(`an ingest thread ended with code ${code}`)));
  }

  get owed(): number {
    return this.#waiting.size;
  }

  tell(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  run(load: string, task: Task): Promise<unknown> {
    if (this.ended) return Promise.reject(new AppError("cancelled", "the ingest thread was stopped"));
    const id = this.#next++;
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.tell({ kind: "task", load, id, task });
    });
  }

  async stop(): Promise<void> {
    this.#fail(new AppError("cancelled", "the ingest threads were stopped"));
    await this.#worker.terminate();
  }

  #fail(error: unknown): void {
    this.ended = true;
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}

let threads: Thread[] = [];
let loadsOpen = 0;
let loadNumber = 0;
let idle: NodeJS.Timeout | null = null;

/** Ends all threads; tasks under way are refused as cancelled. A later load starts new ones. */
export async function stopThreads(): Promise<void> {
  const ending = threads;
  threads = [];
  await Promise.all(ending.map((t) => t.stop()));
}

/**
 * A runner over threads of this process, at most four, one for each processor. The threads are kept from
 * load to load and end by themselves when idle. The engine is never loaded in them.
 */
export function threadRunner(context: GateContext): Runner {
  const width = Math.max(1, Math.min(4, availableParallelism()));
  threads = threads.filter((t) => !t.ended);
  while (threads.length < width) threads.push(new Thread());
  const mine = threads.slice(0, width);
  const load = String(++loadNumber);
  loadsOpen++;
  if (idle) clearTimeout(idle);
  for (const thread of mine) thread.tell({ kind: "begin", load, context });
  return {
    width,
    run<T extends Task>(task: T) {
      const free = mine.reduce((a, b) => (b.owed < a.owed ? b : a));
      return free.run(load, task) as Promise<TaskResults[T["kind"]]>;
    },
    end() {
      for (const thread of mine) if (!thread.ended) thread.tell({ kind: "end", load });
      if (--loadsOpen > 0) return;
      idle = setTimeout(() => {
        if (loadsOpen === 0) void stopThreads();
      }, IDLE_MS);
      idle.unref();
    },
  };
}
