import type { IsoDate } from "../../../models/series/date.ts";
import type { ReadOptions } from "./series.ts";

/** One indicator as far as an analysis read it: which vintage of which figures. */
export interface ReadVintage {
  indicator: string;
  /** Newest vintage read; null where nothing of it was known. */
  vintage: IsoDate | null;
  observations: number;
}

/** Which result: an analysis of a subject, under a version, from exactly these figures. */
export interface AnalysisKey {
  analysis: string;
  subject: string;
  version: string;
  /** SHA-256 of every figure read. */
  inputs: string;
}

export interface StoredAnalysis extends AnalysisKey {
  /** Newest vintage among what was read: the day the result speaks of. */
  day: IsoDate;
  vintages: readonly ReadVintage[];
  parameters: Readonly<Record<string, unknown>>;
  seed: number;
  run: number;
  codeVersion: string;
  durationMs: number;
  /** JSON text of the result, as the analysis made it. */
  result: string;
  savedAt: string;
}

export interface AnalysisStore {
  save(row: Omit<StoredAnalysis, "savedAt">): Promise<void>;
  find(key: AnalysisKey, options?: Pick<ReadOptions, "signal">): Promise<StoredAnalysis | null>;
  /** Days for which results of a subject are kept under a version, oldest first. */
  days(of: Omit<AnalysisKey, "inputs">): Promise<IsoDate[]>;
}
