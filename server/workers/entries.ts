/** Every file that runs in a worker thread: it is loaded by its path, so no import leads to it. */
export const WORKER_ENTRIES = [
  { name: "modelWorker", file: "server/workers/modelWorker.ts" },
] as const satisfies readonly { name: string; file: string }[];

export type WorkerName = (typeof WORKER_ENTRIES)[number]["name"];
