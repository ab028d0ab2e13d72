/**
 * `batch.ts <share file> N`: N pieces of work shared between two worker threads; prints the wall seconds from the first to the
 * last and the sum of what the shares answer.
 */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";

/** What a share is told: it does the pieces i = thread, thread + threads, … below wanted. */
export interface Share {
  share: string;
  thread: number;
  threads: number;
  wanted: number;
}

const THREADS = 2;

const [file, wanted] = process.argv.slice(2);
const share = pathToFileURL(resolve(file!)).href;
const next = <T>(t: Worker): Promise<T> =>
  new Promise((done, fail) => {
    t.once("message", done);
    t.once("error", fail);
  });
const threads = Array.from({ length: THREADS }, (_, thread) => {
  const workerData: Share = { share, thread, threads: THREADS, wanted: Number(wanted) };
  return new Worker(new URL("worker.mjs", import.meta.url), { workerData });
});
await Promise.all(threads.map(next<string>));
const start = performance.now();
const answers = threads.map(next<number>);
for (const t of threads) t.postMessage("go");
const value = (await Promise.all(answers)).reduce((a, b) => a + b, 0);
process.stdout.write(JSON.stringify({ seconds: (performance.now() - start) / 1000, value }));
