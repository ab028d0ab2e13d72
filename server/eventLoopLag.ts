import { monitorEventLoopDelay } from "node:perf_hooks";

/** How long the event loop kept callers waiting, in milliseconds, over the window since the last `take`. */
export interface LagMeter {
  read(): { p99: number; max: number };
  /** When the window began, milliseconds since 1970. */
  readonly since: number;
  /** Reads and starts a new window. */
  take(): { p99: number; max: number };
  stop(): void;
}

/** The histogram samples every `RESOLUTION` ms, and each sample includes that wait: it is taken off. */
const RESOLUTION = 10;
const NS_PER_MS = 1e6;

export function startLagMeter(): LagMeter {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION });
  histogram.enable();
  let since = Date.now();
  const ms = (ns: number): number => (Number.isFinite(ns) ? Math.max(0, ns / NS_PER_MS - RESOLUTION) : 0);
  const read = () => ({ p99: ms(histogram.percentile(99)), max: ms(histogram.max) });
  return {
    read,
    get since() {
      return since;
    },
    take() {
      const seen = read();
      histogram.reset();
      since = Date.now();
      return seen;
    },
    stop: () => histogram.disable(),
  };
}
