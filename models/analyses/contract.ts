import type { Words } from "../indicators/indicator.ts";
import type { Readings } from "../readings/readings.ts";

/**
 * A standing piece of analysis that is made anew when what it reads changes: adjusted series, composites and turns, a
 * nowcast with its news, signals. A pure function of figures: the same readings give the same result, so that a result is
 * kept by what was read and serves every day on which the same was known.
 */
export interface Analysis<Result = unknown> {
  id: string;
  /** Another version, another result from the same figures: raised with every change that moves numbers. */
  version: string;
  title: Words;
  /**
   * Light ones take well under a second a subject; heavy ones wait until all light ones are done; background ones (records
   * of the past) until the pages are served.
   */
  weight: "light" | "heavy" | "background";
  /** What it is made for, each a result of its own: series, methods, targets. */
  subjects: readonly string[];
  /**
   * Analyses of one name are worked out from the same figures and share the larger part of the work: all their subjects are made in
   * one go. They read the same, up to the same day.
   */
  together?: string;
  /** Indicators read for a subject, of the nation or, where it has none, of the world; nothing else can be read. */
  reads(subject: string): readonly string[];
  /** Last day read for a subject that lies in the past (a year of a record); absent where a subject lives on. */
  until?(subject: string): string;
  /** Everything a run was set to, as plain data for its record. */
  parameters(subject: string): Readonly<Record<string, unknown>>;
  /**
   * The result as plain data (JSON: columns, no class, NaN is told as null). Reads nothing but `readings`, has no clock and no
   * chance but `seed`. Throws AppError("not-enough-data") where the day knows too little. `tell` hears steps done of all.
   */
  compute(
    subject: string,
    readings: Readings,
    seed: number,
    tell?: (done: number, total: number) => void,
  ): Result;
}

/** The result type of an analysis. */
export type ResultOf<A> = A extends Analysis<infer Result> ? Result : never;
