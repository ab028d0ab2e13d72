import type { IsoDate } from "../../models/series/date.ts";
import { TIDY_HEADER } from "../convert/writeTidy.ts";

/** A simulated figure; its indicator is marked so in the catalogue. */
export interface SimulatedRow {
  indicator: string;
  region: string;
  period: string;
  value: number;
  vintage: IsoDate;
}

/** Simulated figures as a tidy document, with `simulated` as the ground of every vintage. */
export function simulatedDocument(rows: readonly SimulatedRow[]): string {
  const lines = rows.map((r) =>
    [r.indicator, r.region, r.period, r.value, "normal", "", r.vintage, "simulated"].join(","),
  );
  return `${[TIDY_HEADER, ...lines.sort()].join("\n")}\n`;
}
