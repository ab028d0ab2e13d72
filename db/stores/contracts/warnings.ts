import type { IsoDate } from "../../../models/series/date.ts";
import type { AlertChange, AlertEvent, AlertRecord, AlertState } from "../../../models/warning/alert.ts";
import type { Direction, Severity } from "../../../models/warning/contract.ts";
import type { SeriesKey } from "./series.ts";

export interface StoredSignal {
  rule: string;
  ruleVersion: string;
  asOf: IsoDate;
  subject: SeriesKey;
  severity: Severity | "undecided";
  direction: Direction;
  period: string;
  value: number | null;
  threshold: number | null;
  /** Details and evidence, or why undecided, as JSON. */
  detail: string;
}

export interface SignalStore {
  save(signals: readonly StoredSignal[]): Promise<void>;
  list(filter: { rule?: string; subject?: SeriesKey; from?: IsoDate; to?: IsoDate }): Promise<StoredSignal[]>;
  /** The newest day up to `to` that rules spoke of; null when they said nothing yet. */
  lastDay(to: IsoDate): Promise<IsoDate | null>;
}

export interface AlertStore {
  /**
   * Applies lifecycle decisions (opened, worsened, cleared, un-fired…) in order, in one transaction;
   * returns one record per change, aligned, as the alerts stand when all are applied.
   */
  apply(changes: readonly AlertChange[]): Promise<AlertRecord[]>;
  /** Live ones first, by severity, then the newest; closed ones newest first. */
  list(filter: AlertFilter): Promise<{ items: AlertRecord[]; total: number }>;
  /** One alert and what happened to it; with `asOf`, as it stood on that day, null before it opened. */
  get(id: number, asOf?: IsoDate): Promise<{ alert: AlertRecord; events: AlertEvent[] } | null>;
  /** Alerts not closed about a rule and subject. */
  live(): Promise<AlertRecord[]>;
  precedents(rule: string, subject: SeriesKey, before: number): Promise<AlertRecord[]>;
}

export interface AlertFilter {
  states?: readonly AlertState[];
  severities?: readonly Severity[];
  /** Rule ids; the router maps kinds to rules. */
  rules?: readonly string[];
  assignee?: string;
  /**
   * Alerts as they stood on a day, with the state, severity and figure of that day: opened by then, and,
   * unless `states` asks for closed ones, closed after it or not at all.
   */
  asOf?: IsoDate;
  /** Only subjects of these indicators: what the user may see. */
  indicators?: readonly string[];
  limit: number;
  offset: number;
}

/** Light bounds as dated data: in force from `validFrom` until the next row of the same preset and indicator. */
export interface LightBounds {
  preset: string;
  indicator: string;
  bounds: readonly [number, number, number, number];
  methodZh: string;
  methodEn: string;
  validFrom: IsoDate;
  approvedBy: string;
}

export interface BoundsStore {
  all(): Promise<LightBounds[]>;
  save(rows: readonly LightBounds[]): Promise<void>;
}
