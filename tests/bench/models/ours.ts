/** Times our side of the jobs of one file, in a process of its own: `ours.ts <file>`. Prints one JSON line a job. */
import { pathToFileURL } from "node:url";
import { benchData, type ModelBench } from "./job.ts";

const data = benchData();
if (!data) throw new Error("no bench data");
const { jobs } = (await import(pathToFileURL(process.argv[2]!).href)) as { jobs: readonly ModelBench[] };
for (const job of jobs) {
  const { run, calls, seconds } = job.ours(data);
  let value = Number.NaN;
  if (seconds) {
    value = run();
    process.stdout.write(`${JSON.stringify({ id: job.id, cpu: seconds(), wall: seconds(), value })}\n`);
    continue;
  }
  // V8 settles in the first calls; they are not counted.
  for (let i = 0; i < Math.max(2, calls / 4); i++) value = run();
  const cpu = process.cpuUsage();
  const wall = performance.now();
  for (let i = 0; i < calls; i++) value = run();
  const used = process.cpuUsage(cpu);
  process.stdout.write(
    `${JSON.stringify({
      id: job.id,
      cpu: (used.user + used.system) / 1e6 / calls,
      wall: (performance.now() - wall) / 1e3 / calls,
      value,
    })}\n`,
  );
}
