import type { Row } from "./readTable.ts";
import { RECORDED } from "./recorded.ts";

/** What a source said on one day about one series, and what had been expected. */
export interface ReleaseRecord {
  indicator: string;
  table: string;
  period: string;
  released: string;
  actual: string;
  consensus: string;
  previous: string;
}

/** Reads rows of release records; a name that is no series of ours is an error, not a gap. */
export function releaseRecords(rows: readonly Row[]): ReleaseRecord[] {
  return rows.map((row) => {
    const known = RECORDED[row.indicator!];
    if (!known) throw new Error(`release records: no series for "${row.indicator}"`);
    return {
      ...known,
      period: row.period!,
      released: row.release_date!,
      actual: row.actual!,
      consensus: row.consensus ?? "",
      previous: row.previous ?? "",
    };
  });
}

/**
 * Whether a table's figure is the recorded one, written with more digits or rounded otherwise: equal within half
 * a unit of the record's last digit. Reserves were recorded in round tens or hundreds (亿美元), at times cut off:
 * within one such unit.
 */
export function sameFigure(recorded: string, tabled: string): boolean {
  const difference = Math.abs(Number(recorded) - Number(tabled));
  if (difference === 0) return true;
  const decimals = recorded.split(".")[1]?.length ?? 0;
  if (Math.abs(Number(recorded)) >= 10_000) return difference < (Number(recorded) % 100 === 0 ? 100 : 10);
  return difference <= 0.5 * 10 ** -Math.max(decimals, 1) + 1e-9;
}
