import type { IndicatorId } from "../../models/indicators/registry.ts";

/** How a table's rows say what they are about. */
export type RowKind = "month" | "quarter" | "year-of-country" | "day" | "province-years" | "announced-change";

/** One official table and the series its columns become. Columns are in the table's own spelling. */
export interface SourceTable {
  /** File name without its ending; also the name of the tidy document. */
  name: string;
  rows: RowKind;
  columns: Readonly<Record<string, IndicatorId>>;
  /** Region by column; columns not named stand for China. */
  regions?: Readonly<Record<string, string>>;
  /**
   * Columns whose January and February may stand together in the running total of another column: where
   * both single months are blank, February's running total is also the figure for January–February.
   */
  combined?: Readonly<Record<string, string>>;
  /** From this year on the source publishes January's figure together with February's. */
  januaryWithFebruaryFrom?: number;
  /** Columns that another agency answers for, by the document they go into. */
  apart?: Readonly<Record<string, readonly IndicatorId[]>>;
  /** Columns that hold nothing or nothing of their own. */
  leaveOut?: readonly string[];
}
