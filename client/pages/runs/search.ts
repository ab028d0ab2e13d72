import { compact, intOf, oneOf, type RawSearch } from "../../api/searchParams.ts";

/** Kinds on offer, in the order of a refresh. */
export const RUN_KINDS = [
  "refresh",
  "first",
  "daily",
  "derive",
  "analyses",
  "analysis",
  "backtest",
  "forecast",
  "warnings",
  "records",
  "models",
  "bounds",
  "replay",
] as const;
export const RUN_STATES = ["running", "done", "refused", "failed", "cancelled"] as const;

export interface RunsSearch {
  kind?: (typeof RUN_KINDS)[number];
  state?: (typeof RUN_STATES)[number];
  /** Older than this run. */
  before?: number;
  /** The run whose details are open. */
  run?: number;
}

export function runsSearch(raw: RawSearch): RunsSearch {
  const positive = (value: unknown): number | undefined => {
    const n = intOf(value);
    return n !== undefined && n > 0 ? n : undefined;
  };
  return compact({
    kind: oneOf(raw.kind, RUN_KINDS),
    state: oneOf(raw.state, RUN_STATES),
    before: positive(raw.before),
    run: positive(raw.run),
  });
}
