import type { Words } from "../../../models/indicators/indicator.ts";
import type { IsoDate } from "../../../models/series/date.ts";

/** Where a standing result comes from: everything that makes it again. */
export interface Provenance {
  analysis: string;
  subject: string;
  version: string;
  /** Newest vintage read: the day the result speaks of. */
  day: IsoDate;
  madeAt: string;
  run: number;
  /** SHA-256 of every figure read. */
  inputs: string;
  vintages: { indicator: string; short: Words; vintage: IsoDate | null; observations: number }[];
}
