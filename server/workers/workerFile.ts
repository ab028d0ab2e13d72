import { AppError } from "../../models/errors.ts";
import { WORKER_ENTRIES, type WorkerName } from "./entries.ts";

export interface WorkerFile {
  /** File URL of what the thread runs. */
  url: string;
  /** Node options of the thread: the TypeScript loader where the source itself runs. */
  execArgv: string[];
}

/**
 * Where a worker's code lies, seen from a module of the running program: from a source file (`.ts`) the
 * entry's own source in the repository; from a bundle the file of the entry's name beside it.
 * `from` is that module's `import.meta.url`; sources call it from two folders below the root.
 */
export function workerFile(name: WorkerName, from: string = import.meta.url): WorkerFile {
  const entry = WORKER_ENTRIES.find((e) => e.name === name);
  if (!entry) {
    throw new AppError("not-found", `no worker named ${name}; known: ${WORKER_ENTRIES.map((e) => e.name)}`);
  }
  return from.endsWith(".ts")
    ? { url: new URL(`../../${entry.file}`, from).href, execArgv: ["--import", "tsx"] }
    : { url: new URL(`./${entry.name}.js`, from).href, execArgv: [] };
}
