import type { Words } from "../../../models/indicators/indicator.ts";
import type { IsoDate } from "../../../models/series/date.ts";

/** 1 过冷 · 2 偏冷 · 3 正常 · 4 偏热 · 5 过热 */
export type Light = 1 | 2 | 3 | 4 | 5;

export type PresetId = "nbs-10" | "sic-10";

/** What every page says of itself: which day it shows and how fresh the base is. */
export interface Passport {
  /** The day whose knowledge is shown. */
  asOf: IsoDate;
  /** The newest vintage in the base: the product's "today". */
  baseDate: IsoDate;
  /** true when asOf is earlier than baseDate: the coloured strip. */
  lookingBack: boolean;
  /** Version of the data behind the page: changes with every committed load. */
  dataVersion: string;
}

/** A number with unit, period, vintage, source: what every figure on a screen carries. */
export interface Figure {
  indicator: string;
  region: string;
  name: Words;
  short: Words;
  unit: string;
  decimals: number;
  period: string;
  value: number | null;
  reason: string | null;
  status: string;
  vintage: IsoDate | null;
  agency: string;
  agencyName: Words;
  sourceTable: Words;
  simulated: boolean;
}

/** A sentence generated from data; `claims` are what a test checks against the numbers. */
export interface Headline {
  text: Words;
  claims: { kind: string; indicator?: string; light?: Light; value?: number; months?: number }[];
}
