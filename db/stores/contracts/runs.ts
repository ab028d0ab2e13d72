import type { IsoDate } from "../../../models/series/date.ts";
import type { ReadVintage } from "./analyses.ts";

/** `refused`: what it was to compute from does not allow it yet, which is no fault of anything; `failed`: something went wrong. */
export const RUN_STATES = ["running", "done", "refused", "failed", "cancelled"] as const;
export type RunState = (typeof RUN_STATES)[number];

/** One piece of computing: what ran, on which data, with which code and seed, and how it ended. */
export interface Run {
  id: number;
  kind: string;
  model: string | null;
  indicator: string | null;
  /** The run it was a part of: a refresh has many. */
  parent: number | null;
  /** Version of the model or method; null for parts that have none of their own. */
  version: string | null;
  asOf: IsoDate;
  seed: number;
  dataVersion: string;
  codeVersion: string;
  startedAt: string;
  finishedAt: string | null;
  state: RunState;
  message: string | null;
}

/** With what it read, by vintage, and everything it was set to; null for runs that are told by their parts. */
export interface RunInFull extends Run {
  inputs: readonly ReadVintage[] | null;
  parameters: Readonly<Record<string, unknown>> | null;
}

/** What is known when a run begins. */
export type RunStart = Pick<
  RunInFull,
  "kind" | "model" | "indicator" | "asOf" | "seed" | "dataVersion" | "codeVersion" | "startedAt"
> &
  Partial<Pick<RunInFull, "parent" | "version" | "inputs" | "parameters">>;

export interface RunFilter {
  model?: string;
  kind?: string;
  state?: RunState;
  parent?: number;
  /** Of days up to this one: what somebody could have seen then. */
  asOf?: IsoDate;
  /** Older than this number. */
  before?: number;
  limit: number;
}

export interface RunStore {
  begin(run: RunStart): Promise<number>;
  /**
   * A run ends once: throws AppError("conflict") for one that is not running. `inputs` for a run that knew what it would
   * read only as it went.
   */
  end(
    id: number,
    state: Exclude<RunState, "running">,
    message: string | null,
    finishedAt: string,
    inputs?: readonly ReadVintage[],
  ): Promise<void>;
  /** Newest first. */
  list(filter: RunFilter): Promise<Run[]>;
  get(id: number): Promise<RunInFull | null>;
  /** What ended otherwise than well, failed or refused, and not well since: the last word of each kind, model and target on its newest day. */
  unsettled(): Promise<Run[]>;
}
