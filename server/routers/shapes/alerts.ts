import type { AlertEvent, AlertRecord, AlertState } from "../../../db/stores/contract.ts";
import type { Words } from "../../../models/indicators/indicator.ts";
import type { IsoDate } from "../../../models/series/date.ts";
import type { Severity } from "../../../models/warning/contract.ts";
import type { Figure, Headline, Passport } from "./passport.ts";

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
  /** Each number with what it comes from and the day of its vintage; null where an older alert did not keep that. */
  evidence: (Omit<AlertRecord["evidence"][number], "from"> & {
    source: Words | null;
    vintage: IsoDate | null;
  })[];
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
  /**
   * The risk model it speaks from: one event's, or the composite (event null), and the day whose knowledge shows best what it
   * rests on; null for rules on figures alone.
   */
  model: { event: string | null; asOf: IsoDate } | null;
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
