import type { ErrorSummary, RunState } from "../../../db/stores/contract.ts";
import type { Standing } from "../../../models/forecast/standingOf.ts";
import type { Words } from "../../../models/indicators/indicator.ts";
import type { IsoDate } from "../../../models/series/date.ts";
import type { Frequency } from "../../../models/series/frequency.ts";
import type { Headline, Passport } from "./passport.ts";

export interface FanView {
  indicator: string;
  name: Words;
  unit: string;
  decimals: number;
  region: string;
  history: { periods: string[]; values: (number | null)[] };
  /** null where none may be shown: then `why` says why. */
  forecast: {
    model: string;
    modelTitle: Words;
    origin: string;
    madeAsOf: IsoDate;
    periods: string[];
    mean: number[];
    intervals: { level: number; lower: number[]; upper: number[] }[];
  } | null;
  /** Why there is no forecast; or, beside one read off a back-test, that it is that. */
  why: Words | null;
  /** Beside a forecast: that the model relied on before was demoted, when and why, and what took its place. */
  notice: Words | null;
  record: ErrorRecord | null;
  /** e.g. the year's official growth target, where known. */
  target: { value: number; label: Words } | null;
  source: Words;
}

/** How a model did on data as they were known at each origin, with the model's name. */
export interface ErrorRecord extends Omit<ErrorSummary, "run"> {
  modelTitle: Words;
  /** Whether it may be relied on: only `good` is shown to leaders. */
  standing: Standing;
  /** The same in a sentence: since when and why. */
  standingWords: Words;
}

export interface ModelRow {
  id: string;
  title: Words;
  summary: Words;
  version: string;
  reference: string;
  frequencies: Frequency[];
  source: "built-in" | "added";
  /** Runs by itself when figures land; a candidate runs when a modeler asks. */
  daily: boolean;
  targets: number;
  /** Records in good standing. */
  passed: number;
  meanMase: number | null;
  meanRelative: number | null;
  coverage80: number | null;
  lastRun: string | null;
  lastOutcome: "done" | "refused" | "failed" | "running" | null;
}

export interface ModelListView extends Passport {
  /** Files of the models folder that could not join, and why; for those who may open models. */
  failures: { file: string; reason: string }[];
  models: ModelRow[];
  errors: ErrorRecord[];
  headline: Headline;
}

export interface ModelView extends Passport {
  model: ModelRow;
  options: Record<string, number | string | boolean>;
  errors: ErrorRecord[];
  /** Targets it can be run on. */
  targets: string[];
  /** What it reads beside the target shown, and why; null where it reads nothing else. */
  drivers: { names: Words[]; why: Words } | null;
  runs: RunRecord[];
  /** One target's path: actuals and what the model said at each origin, one step ahead. */
  path: {
    indicator: string;
    unit: string;
    decimals: number;
    periods: string[];
    actual: (number | null)[];
    predicted: (number | null)[];
    lower80: (number | null)[];
    upper80: (number | null)[];
  } | null;
  fan: FanView | null;
}

export interface RunRecord {
  id: number;
  kind: string;
  model: string | null;
  indicator: string | null;
  startedAt: string;
  finishedAt: string | null;
  state: RunState;
  asOf: IsoDate;
  seed: number;
  dataVersion: string;
  codeVersion: string;
  message: string | null;
}
