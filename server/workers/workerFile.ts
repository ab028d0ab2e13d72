import { AppError } from "../../models/errors.ts";
import { WORKER_ENTRIES, type WorkerName } from "./entries.ts";

export interface WorkerFile {
  /** File URL of what the thread starts. */
  start: string;
  /** File URL of the worker itself: `start`, or what `sourceThread.mjs` goes on to load. */
  entry: string;
}

/**
 * Where a worker's code lies. The build keeps the tree of the sources, so the entry stands at the same place
 * below the root: as `.ts` beside running sources (under tsx and in tests), as `.js` beside compiled ones.
 * `from` is the `import.meta.url` of a module two folders below the root.
 */
export function workerFile(name: WorkerName, from: string = import.meta.url): WorkerFile {
  const known = WORKER_ENTRIES.find((e) => e.name === name);
  if (!known) {
    throw new AppError("not-found", `no worker named ${name}; known: ${WORKER_ENTRIES.map((e) => e.name)}`);
  }
  const source = from.endsWith(".ts");
  const entry = new URL(`../../${source ? known.file : known.file.replace(/\.ts$/, ".js")}`, from).href;
  return { entry, start: source ? new URL("../../server/workers/sourceThread.mjs", from).href : entry };
}
