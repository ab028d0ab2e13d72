import { releaseDate } from "../../models/calendar/releaseDate.ts";
import { indicatorById } from "../../models/indicators/registry.ts";
import type { IsoDate } from "../../models/series/date.ts";
import type { Status, VintageBasis } from "../../models/series/observation.ts";
import type { Figure } from "./figure.ts";
import { type ReleaseRecord, sameFigure } from "./releaseRecords.ts";

/** A line of a tidy document. */
export interface TidyRow {
  indicator: string;
  region: string;
  period: string;
  value: string;
  status: Status;
  vintage: IsoDate;
  vintageBasis: VintageBasis;
}

/** The day by the publication rule of the figure's indicator, or by the record the table itself is. */
function dated(figure: Figure): TidyRow {
  const indicator = indicatorById(figure.indicator);
  if (!indicator) throw new Error(`no indicator "${figure.indicator}" in the catalogue`);
  const vintage = figure.announced ?? releaseDate(indicator.update, figure.cameOutWith ?? figure.period);
  return {
    indicator: figure.indicator,
    region: figure.region,
    period: figure.period,
    value: figure.text,
    status: "normal",
    vintage,
    vintageBasis: figure.announced === undefined ? "publication-rule" : "release-record",
  };
}

/**
 * Gives each figure the day its source first said so.
 *   a record and the table agree   → one row on the record's day, with the table's digits
 *   they differ                    → the record on its day, and the table's figure as a revision seen on `seenOn`
 *   a record alone                 → the record on its day
 *   no record                      → the day by the publication rule
 */
export function withVintages(
  figures: readonly Figure[],
  records: readonly ReleaseRecord[],
  seenOn: IsoDate,
): TidyRow[] {
  const recorded = new Map(records.map((r) => [`${r.indicator} ${r.period}`, r]));
  const met = new Set<string>();
  const rows = figures.flatMap((figure): TidyRow[] => {
    const key = `${figure.indicator} ${figure.period}`;
    const record = figure.region === "CHN" ? recorded.get(key) : undefined;
    if (!record) return [dated(figure)];
    met.add(key);
    const first = fromRecord(record);
    if (sameFigure(record.actual, figure.text)) return [{ ...first, value: figure.text }];
    return [
      first,
      { ...first, value: figure.text, status: "revised", vintage: seenOn, vintageBasis: "document" },
    ];
  });
  return [...rows, ...records.filter((r) => !met.has(`${r.indicator} ${r.period}`)).map(fromRecord)];
}

function fromRecord(record: ReleaseRecord): TidyRow {
  return {
    indicator: record.indicator,
    region: "CHN",
    period: record.period,
    value: record.actual,
    status: "normal",
    vintage: record.released,
    vintageBasis: "release-record",
  };
}

/**
 * Provinces: the longer table ends in 2020 on figures before a census, the newer one starts there after it. 2020 of
 * the newer is a revision, dated with the first year that stands on the same basis, so that no reading mixes them
 * across 2020 and 2021.
 */
export function provinceVintages(older: readonly Figure[], newer: readonly Figure[]): TidyRow[] {
  const before = new Set(older.map((f) => `${f.region} ${f.period}`));
  return [
    ...older.map(dated),
    ...newer.map((figure): TidyRow => {
      const row = dated(figure);
      if (!before.has(`${figure.region} ${figure.period}`)) return row;
      return { ...row, status: "revised", vintage: `${Number(figure.period) + 2}-01-25` };
    }),
  ];
}
