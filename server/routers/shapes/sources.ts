import type { LoadReceipt } from "../../../db/stores/contract.ts";
import type { Words } from "../../../models/indicators/indicator.ts";
import type { IsoDate } from "../../../models/series/date.ts";
import type { Passport } from "./passport.ts";

export interface ReleaseView {
  date: IsoDate;
  time: string;
  agency: string;
  agencyName: Words;
  title: Words;
  period: string;
  indicators: string[];
  /** By the publication rule, or on record. */
  basis: "publication-rule" | "release-record";
  /** Previous figure of the leading indicator of the release. */
  previous: { value: number; unit: string; decimals: number; period: string } | null;
  state: "due" | "late" | "out";
}

export interface SourcesView extends Passport {
  loads: LoadReceipt[];
  releases: ReleaseView[];
}
