import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** A job whose work is shared between two worker threads of a process of its own; its time is the wall time. */
export function inThreads(
  share: string,
  wanted: number,
): { run(): number; calls: number; seconds(): number } {
  let taken = Number.NaN;
  return {
    run() {
      const run = spawnSync(
        process.execPath,
        [
          "--import",
          "tsx",
          join(import.meta.dirname, "batch.ts"),
          join(import.meta.dirname, share),
          String(wanted),
        ],
        { encoding: "utf8" },
      );
      if (run.status !== 0) throw new Error(run.stderr);
      const answer = JSON.parse(run.stdout) as { seconds: number; value: number };
      taken = answer.seconds;
      return answer.value;
    },
    calls: 1,
    seconds: () => taken,
  };
}
