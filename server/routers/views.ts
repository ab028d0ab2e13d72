/**
 * What each procedure hands to a page: plain JSON, columns for series, no class, no Date.
 * Names of indicators, regions and agencies travel in both languages; numbers travel unrounded with their passport.
 */
import type {
  AlertEvent,
  AlertRecord,
  AlertState,
  LoadReceipt,
  Role,
  User,
} from "../../db/stores/contract.ts";
import type { Grade, Indicator, SourceClass, Theme, Words } from "../../models/indicators/indicator.ts";
import type { IsoDate } from "../../models/series/date.ts";
import type { Frequency } from "../../models/series/frequency.ts";
import type { Severity } from "../../models/warning/contract.ts";

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

export interface KpiCard extends Figure {
  previous: number | null;
  previousPeriod: string | null;
  light: Light | null;
  /** The normal (green) band, where bounds exist. */
  band: [number, number] | null;
  spark: { periods: string[]; values: (number | null)[] };
  /** true when the figure is a forecast; then the model that made it and its 80 % interval. */
  forecast: { model: string; lower: number; upper: number } | null;
}

export interface LightCell {
  period: string;
  light: Light | null;
  value: number | null;
  /** The month had no figure and the last light is carried: hollow marker. */
  carried: boolean;
  reason: string | null;
}

export interface LightRow {
  indicator: string;
  name: Words;
  short: Words;
  unit: string;
  decimals: number;
  weight: number;
  bounds: [number, number, number, number];
  boundsMethod: Words;
  boundsFrom: IsoDate;
  /** Set where the preset's own member is not in the base: what stands in for what. */
  substitutes: Words | null;
  latest: Figure;
  cells: LightCell[];
}

export interface IndexPoint {
  period: string;
  value: number | null;
  light: Light | null;
  /** Lowest and highest the index can be while members are missing; equal when all have arrived. */
  min: number | null;
  max: number | null;
  arrived: number;
}

export interface WarningIndexView {
  preset: PresetId;
  title: Words;
  of: number;
  period: string;
  value: number;
  previous: number | null;
  light: Light;
  bounds: [number, number, number, number];
  scale: [number, number];
  arrived: number;
  monthsInZone: number;
  history: IndexPoint[];
  contributions: {
    indicator: string;
    short: Words;
    light: Light;
    weight: number;
    points: number;
    change: number | null;
  }[];
  /** Points (of the index) to the next zone up and down. */
  toUp: number | null;
  toDown: number | null;
  /** For single members: how far the figure is from its next bound, in its own unit. */
  nearest: {
    indicator: string;
    short: Words;
    unit: string;
    decimals: number;
    distance: number;
    towards: Light;
  }[];
  substituted: Words[];
}

export interface FanView {
  indicator: string;
  name: Words;
  unit: string;
  decimals: number;
  region: string;
  history: { periods: string[]; values: (number | null)[] };
  /** null when no model has beaten naive: then `why` says so. */
  forecast: {
    model: string;
    modelTitle: Words;
    origin: string;
    madeAsOf: IsoDate;
    periods: string[];
    mean: number[];
    intervals: { level: number; lower: number[]; upper: number[] }[];
  } | null;
  why: Words | null;
  record: ErrorRecord | null;
  /** e.g. the year's official growth target, where known. */
  target: { value: number; label: Words } | null;
  source: Words;
}

/** How a model did on data as they were known at each origin. */
export interface ErrorRecord {
  model: string;
  modelTitle: Words;
  modelVersion: string;
  indicator: string;
  region: string;
  horizon: number;
  origins: number;
  firstOrigin: string;
  lastOrigin: string;
  /** Data as of each origin: release records, or the publication rule. */
  dataBasis: "vintages" | "publication-rule" | "mixed";
  mae: number;
  rmse: number;
  mase: number;
  /** Share of actuals inside the 80 % and 95 % intervals, percent. */
  coverage80: number;
  coverage95: number;
  /** RMSE over the naive benchmark's on the same origins: below 1 beats it. */
  relativeToNaive: number;
  gate: "passed" | "lost-to-naive" | "too-few-origins";
}

export interface ProvinceTiles {
  indicator: string;
  name: Words;
  unit: string;
  decimals: number;
  period: string;
  vintage: IsoDate | null;
  source: Words;
  /** Middle green band used for the tiles and how it was set. */
  method: Words;
  tiles: {
    region: string;
    name: Words;
    short: Words;
    value: number | null;
    light: Light | null;
    reason: string | null;
    vintage: IsoDate | null;
  }[];
}

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

/** A sentence generated from data; `claims` are what a test checks against the numbers. */
export interface Headline {
  text: Words;
  claims: { kind: string; indicator?: string; light?: Light; value?: number; months?: number }[];
}

export interface CockpitView extends Passport {
  period: string;
  headline: Headline;
  indexTitle: Headline;
  lightsTitle: Headline;
  provincesTitle: Headline;
  fanTitle: Headline;
  index: WarningIndexView;
  lights: LightRow[];
  alerts: AlertSummary[];
  alertCounts: { open: number; newThisMonth: number; closedThisMonth: number; unfiredThisMonth: number };
  kpis: KpiCard[];
  fan: FanView;
  provinces: ProvinceTiles;
  releases: ReleaseView[];
}

export interface AlertSummary extends Omit<AlertRecord, "evidence"> {
  subjectName: Words;
  regionName: Words;
  unit: string;
  decimals: number;
  kind: string;
  ruleTitle: Words;
  vintage: IsoDate | null;
  spark: { periods: string[]; values: (number | null)[] };
  simulated: boolean;
}

export interface AlertDetail extends AlertSummary {
  evidence: AlertRecord["evidence"];
  rationale: Words;
  /** One sentence: what, why, since when. */
  sentence: Words;
  events: AlertEvent[];
  chart: { periods: string[]; values: (number | null)[]; bounds: [number, number, number, number] | null };
  /** Earlier times the same rule spoke about the same subject, and what followed. */
  precedents: {
    alert: number;
    openedAsOf: IsoDate;
    closedAsOf: IsoDate | null;
    months: number | null;
    value: number;
    severity: Severity;
    sixMonthsLater: number | null;
  }[];
  /** Which transitions this user may make now. */
  may: AlertState[];
  figure: Figure;
}

export interface AlertListView extends Passport {
  items: AlertSummary[];
  total: number;
  counts: {
    byState: Record<AlertState, number>;
    bySeverity: Record<Severity, number>;
    byKind: Record<string, number>;
    mine: number;
    unassigned: number;
  };
  headline: Headline;
}

export type Transform = "none" | "yoy" | "mom" | "ma3" | "ma12" | "index" | "percentile" | "zscore" | "diff";

export interface SeriesView extends Passport {
  meta: IndicatorMeta;
  transform: Transform;
  /** Unit after the transform: year-on-year of a percent series is percentage points. */
  unit: string;
  decimals: number;
  title: Headline;
  periods: string[];
  values: (number | null)[];
  status: string[];
  reasons: (string | null)[];
  vintages: (IsoDate | null)[];
  /** Where the transform could not be computed and why, in words. */
  note: Words | null;
  lights: LightCell[] | null;
  bounds: [number, number, number, number] | null;
  latest: Figure & {
    previous: number | null;
    previousPeriod: string | null;
    yearBefore: number | null;
    percentile: number | null;
    percentileYears: number;
    nextRelease: ReleaseView | null;
  };
  forecast: FanView | null;
}

export interface IndicatorMeta {
  indicator: Indicator;
  agencyName: Words;
  region: string;
  regionName: Words;
  regions: { code: string; name: Words }[];
  start: string | null;
  end: string | null;
  observations: number;
  vintages: number;
  revisedPeriods: number;
  vintageBasis: Record<string, number>;
  related: { id: string; short: Words; latest: Figure | null; correlation: number | null; lag: number }[];
  usedIn: { kind: "preset" | "rule" | "model" | "cockpit"; id: string; title: Words }[];
}

/** Rows: reference periods; columns: publication days; a cell is what that day's figure was. */
export interface VintageTable extends Passport {
  indicator: string;
  region: string;
  unit: string;
  decimals: number;
  periods: string[];
  vintages: IsoDate[];
  /** [period][vintage]; null where not yet published. */
  cells: ({ value: number | null; basis: string; status: string } | null)[][];
  revision: (number | null)[];
  title: Headline;
}

export interface SearchFacets {
  themes: Theme[];
  frequencies: Frequency[];
  sourceClasses: SourceClass[];
  agencies: string[];
  measures: string[];
  adjustments: string[];
  /** "real" | "simulated" */
  origins: string[];
}

export interface SearchRow {
  indicator: string;
  region: string;
  name: Words;
  regionName: Words;
  frequency: Frequency;
  unit: string;
  decimals: number;
  agency: string;
  latest: { period: string; value: number | null; vintage: IsoDate } | null;
  change: number | null;
  light: Light | null;
  simulated: boolean;
  /** Character ranges of the match in the Chinese name, for highlighting. */
  score: number;
}

export interface SearchView extends Passport {
  rows: SearchRow[];
  total: number;
  catalogue: number;
  facets: Record<keyof SearchFacets, { value: string; count: number }[]>;
  nextCursor: number | null;
}

export interface CompareView extends Passport {
  series: {
    indicator: string;
    region: string;
    name: Words;
    regionName: Words;
    unit: string;
    decimals: number;
    frequency: Frequency;
    periods: string[];
    values: (number | null)[];
    vintage: IsoDate | null;
    source: Words;
    simulated: boolean;
  }[];
  transform: Transform;
  /** Pairwise correlation on common periods (monthly slots); null under 12 of them. */
  correlation: (number | null)[][];
  note: Words | null;
}

export interface ModelRow {
  id: string;
  title: Words;
  summary: Words;
  version: string;
  reference: string;
  frequencies: Frequency[];
  source: "built-in" | "added";
  targets: number;
  passed: number;
  meanMase: number | null;
  meanRelative: number | null;
  coverage80: number | null;
  lastRun: string | null;
  lastOutcome: "done" | "failed" | "running" | null;
}

export interface ModelListView extends Passport {
  models: ModelRow[];
  errors: ErrorRecord[];
  headline: Headline;
}

export interface ModelView extends Passport {
  model: ModelRow;
  options: Record<string, number | string | boolean>;
  errors: ErrorRecord[];
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
  state: "running" | "done" | "failed" | "cancelled";
  asOf: IsoDate;
  seed: number;
  dataVersion: string;
  codeVersion: string;
  message: string | null;
}

export interface SourcesView extends Passport {
  loads: LoadReceipt[];
  releases: ReleaseView[];
}

export interface Me {
  user: User | null;
  roles: Role[];
  mustChangePassword: boolean;
}

/** What the server pushes (GET /api/events, server-sent events; one JSON per message). */
export type LiveEvent =
  | {
      kind: "load";
      load: number;
      document: string;
      phase: "reading" | "checking" | "appending" | "committed" | "failed";
      done: number;
      total: number | null;
      message: string | null;
    }
  | { kind: "run"; run: number; title: Words; done: number; total: number; state: RunRecord["state"] }
  | { kind: "alert"; alert: number; event: AlertEvent["kind"]; title: Words; severity: Severity }
  | { kind: "data"; dataVersion: string; baseDate: IsoDate };

export interface CatalogueStats {
  indicators: number;
  series: number;
  observations: number;
  vintages: number;
  alerts: number;
  models: number;
  grades: Record<Grade, number>;
}
