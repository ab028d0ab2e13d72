import type { Logger } from "pino";
import type { Services } from "./services.ts";

const LAG_WINDOW_MS = 60_000;
const DAY_MS = 86_400_000;

/** What runs beside requests: pages learn of new data, the day's overdue releases are looked for, lag is logged. */
export function watch(s: Services, log: Logger): () => Promise<void> {
  const stop = s.events.subscribe(({ event }) => {
    // Steps of a run change no page; its end does.
    if ((event.kind === "run" && event.state !== "running") || event.kind === "alert") s.edition.touch();
  });
  const lag = setInterval(() => log.info({ eventLoopMs: s.lag.take() }, "event loop"), LAG_WINDOW_MS);
  const daily = setInterval(() => {
    if (s.edition.baseDate)
      s.jobs
        .daily(s.edition.baseDate)
        .catch((error: unknown) => log.error({ err: error }, "daily job failed"));
  }, DAY_MS);
  return async () => {
    clearInterval(lag);
    clearInterval(daily);
    s.lag.stop();
    stop();
  };
}
