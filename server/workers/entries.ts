/**
 * Every file that runs in a worker thread. The bundler builds each as an entry of its own, named
 * `<name>.js`, into the folder of the server's bundle; under tsx and in tests the source file runs.
 */
export const WORKER_ENTRIES = [
  { name: "modelWorker", file: "server/workers/modelWorker.ts" },
] as const satisfies readonly { name: string; file: string }[];

export type WorkerName = (typeof WORKER_ENTRIES)[number]["name"];
