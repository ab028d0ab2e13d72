import { indicatorById } from "../../models/indicators/registry.ts";
import { addDays } from "../../models/series/date.ts";
import { nextPeriod } from "../../models/series/period.ts";
import type { Figure } from "./figure.ts";
import type { Row } from "./readTable.ts";
import type { SourceTable } from "./sourceTable.ts";

/** The figures of one table: a figure for every cell that holds a number, and none for a blank one. */
export function tableFigures(table: SourceTable, rows: readonly Row[]): Figure[] {
  const columns = Object.entries(table.columns);
  if (table.rows === "announced-change") return changes(rows);
  if (table.rows === "province-years") return provinceYears(rows);
  return rows.flatMap((row) =>
    columns.flatMap(([column, indicator]) => {
      const text = cell(table, row, column);
      if (text === "") return [];
      return [place(table, row, column, indicator, text)];
    }),
  );
}

function cell(table: SourceTable, row: Row, column: string): string {
  const text = row[column];
  if (text === undefined) throw new Error(`${table.name}: no column "${column}"`);
  return text;
}

function place(table: SourceTable, row: Row, column: string, indicator: string, text: string): Figure {
  const region = table.regions?.[column] ?? "CHN";
  switch (table.rows) {
    case "day":
      return { indicator, region, period: cell(table, row, "date"), text };
    case "year-of-country": {
      const country = cell(table, row, "country");
      return {
        indicator,
        region: country === "World" ? "WLD" : country,
        period: cell(table, row, "year"),
        text,
      };
    }
    default: {
      const period = monthOrQuarter(table, row, column, indicator);
      const from = table.januaryWithFebruaryFrom;
      const late = from !== undefined && period.endsWith("-01") && Number(period.slice(0, 4)) >= from;
      return { indicator, region, period, text, ...(late ? { cameOutWith: nextPeriod(period, "M") } : {}) };
    }
  }
}

/** Running totals as `YYYY-01/PnM`; a February that repeats the running total stands for both months. */
function monthOrQuarter(table: SourceTable, row: Row, column: string, indicator: string): string {
  const period = cell(table, row, "period");
  if (indicatorById(indicator)?.basis === "year-to-date") {
    const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
    const months = quarter ? Number(quarter[2]) * 3 : Number(period.slice(5));
    return `${period.slice(0, 4)}-01/P${months}M`;
  }
  const total = table.combined?.[column];
  const both = total !== undefined && period.endsWith("-02") && row[total] === row[column];
  return both ? `${period.slice(0, 4)}-01/P2M` : period;
}

/**
 * January–February from the running total to February, for years in which a column has neither month: one
 * published figure that is both the period's and the running total's.
 */
export function combinedFigures(table: SourceTable, rows: readonly Row[]): Figure[] {
  const byPeriod = new Map(rows.map((row) => [row.period, row]));
  return Object.entries(table.combined ?? {}).flatMap(([column, total]) =>
    rows.flatMap((row) => {
      const year = (row.period ?? "").slice(0, 4);
      if (row.period !== `${year}-02` || row[column] !== "" || byPeriod.get(`${year}-01`)?.[column])
        return [];
      const text = cell(table, row, total);
      const indicator = table.columns[column];
      return text === "" || indicator === undefined
        ? []
        : [{ indicator, region: "CHN", period: `${year}-01/P2M`, text }];
    }),
  );
}

/** Ratios after each change, on the day they took effect, known since they were announced. */
function changes(rows: readonly Row[]): Figure[] {
  const ordered = [...rows].sort((a, b) => (a.effective! < b.effective! ? -1 : 1));
  return (["large", "small"] as const).flatMap((size) => {
    const indicator = `rrr.${size}`;
    const first = ordered[0]!;
    const before = {
      indicator,
      region: "CHN",
      period: addDays(first.effective!, -1),
      text: first[`${size}_before`]!,
      announced: first.announced!,
    };
    let ratio = before.text;
    const after = ordered.map((row): Figure => {
      if (Number(row[`${size}_before`]) !== Number(ratio))
        throw new Error(
          `rrr: ${row.effective} starts from ${row[`${size}_before`]}, the change before ended at ${ratio}`,
        );
      ratio = row[`${size}_after`]!;
      return { indicator, region: "CHN", period: row.effective!, text: ratio, announced: row.announced! };
    });
    return [before, ...after];
  });
}

/** A row a province, a column a year. */
function provinceYears(rows: readonly Row[]): Figure[] {
  return rows.flatMap((row) =>
    Object.keys(row)
      .filter((column) => /^\d{4}$/.test(column) && row[column] !== "")
      .map((year) => ({
        indicator: "gdp.province.level",
        region: row.region_code!,
        period: year,
        text: row[year]!,
      })),
  );
}
