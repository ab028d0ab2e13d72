import { Agent, get } from "node:http";
import { baselineCopy, dropFolder, firstAccounts } from "../support/baseline.ts";
import { startServer } from "../support/serverProcess.ts";
import { signIn } from "../support/signIn.ts";
import { report } from "./table.ts";

/** People who open the cockpit in the same moment, and how often each does. */
const PEOPLE = 200;
const ROUNDS = 8;
const P95_MS = 300;
const LAG_MS = 100;

interface Health {
  eventLoop: { p99: number; max: number; since: number };
}

const dataDir = await baselineCopy();
const server = await startServer({ dataDir });
const health = async (): Promise<Health> =>
  (await fetch(`${server.url}/api/health`)).json() as Promise<Health>;
try {
  const { leader } = firstAccounts(dataDir);
  const cookie = await signIn(server.url, leader!);
  // What the page asks: the same address, the same headers; one connection a person.
  const { hostname, port } = new URL(server.url);
  const input = encodeURIComponent(JSON.stringify({ preset: "nbs-10" }));
  const path = `/api/trpc/cockpit.summary?input=${input}`;
  const agent = new Agent({ keepAlive: true, maxSockets: PEOPLE });
  const ask = (): Promise<number> =>
    new Promise((resolve, reject) => {
      const began = performance.now();
      get({ hostname, port, path, agent, headers: { cookie, "accept-encoding": "br" } }, (answer) => {
        answer.resume();
        answer.on("end", () =>
          answer.statusCode === 200 && answer.headers["content-encoding"] === "br"
            ? resolve(performance.now() - began)
            : reject(new Error(`the cockpit answered ${answer.statusCode}`)),
        );
      }).on("error", reject);
    });
  for (let i = 0; i < 3; i++) await ask();
  // The server's lag window starts anew each minute: the load goes into one of its own.
  const { since } = (await health()).eventLoop;
  while ((await health()).eventLoop.since === since) await new Promise((r) => setTimeout(r, 500));
  const times: number[] = [];
  let errors = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const answers = await Promise.allSettled(Array.from({ length: PEOPLE }, ask));
    for (const a of answers) {
      if (a.status === "fulfilled") times.push(a.value);
      else errors++;
    }
  }
  const lag = (await health()).eventLoop;
  const p95 = times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.POSITIVE_INFINITY;
  const row = { job: "cockpit", ratio: null };
  report({
    ...row,
    figure: `${PEOPLE} at once, ${ROUNDS} times: p95`,
    measured: p95,
    unit: "ms",
    floor: `< ${P95_MS} ms`,
    ok: p95 < P95_MS,
  });
  report({ ...row, figure: "errors among them", measured: errors, unit: "", floor: "0", ok: errors === 0 });
  report({
    ...row,
    figure: "event-loop lag p99 meanwhile",
    measured: lag.p99,
    unit: "ms",
    floor: `< ${LAG_MS} ms`,
    ok: lag.p99 < LAG_MS,
  });
} finally {
  await server.stop();
  dropFolder(dataDir);
}
