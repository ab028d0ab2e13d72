import { AppError } from "../../models/errors.ts";
import { WORKER_ENTRIES, type WorkerName } from "./entries.ts";

export interface WorkerFile {
  /** File URL of what the thread runs. */
  url: string;
  /** Node options of the thread: the TypeScript loader where the source itself runs. */
  execArgv: string[];
}

/**
 * Where a worker's code lies. The build keeps the tree of the sources, so the entry stands at the same place
 * below the root: as `.ts` beside running sources (under tsx and in tests), as `.js` beside compiled ones.
 * `from` is the `import.meta.url` of a module two folders below the root.
 */
export function workerFile(name: WorkerName, from: string = import.meta.url): WorkerFile {
  const entry = WORKER_ENTRIES.find((e) => e.name === name);
  if (!entry) {
    throw new AppError("not-found", `no worker named ${name}; known: ${WORKER_ENTRIES.map((e) => e.name)}`);
  }
  return from.endsWith(".ts")
    ? { url: new URL(`../../${entry.file}`, from).href, execArgv: ["--import", "tsx"] }
    : { url: new URL(`../../${entry.file.replace(/\.ts$/, ".js")}`, from).href, execArgv: [] };
}
