import { AppError } from "../../../models/errors.ts";
import { heads } from "../../../models/indicators/registry.ts";
import type { IsoDate } from "../../../models/series/date.ts";
import { periodOfSpan } from "../../../models/series/period.ts";
import { normaliseText } from "../../ingest/read/normaliseText.ts";
import { readNumber } from "../../ingest/read/readNumber.ts";
import { readPeriod } from "../../ingest/read/readPeriod.ts";
import type { Parsed, Rejection } from "../contract.ts";
import { growthFromIndex } from "./growthFromIndex.ts";
import type { GridRow } from "./readGrid.ts";
import { WIDE_TITLES } from "./titles.ts";

interface Month {
  column: number;
  header: string;
  start: number;
  end: number;
}

const TITLE_COLUMN = "指标";
const NOTE = /^(?:数据来源|数据库|时间|注[:：释]|单位)/;

const bare = (text: string): string => normaliseText(text).replaceAll(" ", "");

/**
 * Reads the bureau's wide table: lines of notes, a header 指标 and months from left to right, a row an
 * indicator, notes again below. Blank cells say nothing. The table is of one day: every figure has its vintage.
 * Throws AppError("source-changed") when no header is found.
 */
export function parseWide(grid: readonly GridRow[], vintage: IsoDate, name: string): Parsed {
  const header = grid.find((row) => bare(row.cells[0] ?? "") === TITLE_COLUMN);
  if (!header) {
    const found = grid[0]?.cells.slice(0, 3).join(",") ?? "nothing";
    throw new AppError(
      "source-changed",
      `${name}: expected a header row that begins with "${TITLE_COLUMN}" and goes on with months like 2025年4月; found "${found.slice(0, 80)}"`,
    );
  }
  const observations: Parsed["observations"][number][] = [];
  const lines: number[] = [];
  const rejected: Rejection[] = [];
  const months = monthsOf(header, rejected);
  for (const row of grid) {
    const title = row.cells[0] ?? "";
    if (row.line <= header.line || title === "" || NOTE.test(title)) continue;
    const known = WIDE_TITLES[bare(title)];
    if (!known) {
      const needed = "a row title of the bureau's monthly tables, e.g. 居民消费价格指数(上年同月=100)";
      rejected.push({
        line: row.line,
        column: TITLE_COLUMN,
        found: title,
        needed,
        rule: "unknown-indicator",
      });
      continue;
    }
    const { basis } = heads(known.indicator);
    for (const month of months) {
      const text = row.cells[month.column] ?? "";
      const number = readNumber(text);
      if (number === null) continue;
      if (number === undefined) {
        const needed = "a figure, e.g. 100.1, or a blank cell";
        rejected.push({
          line: row.line,
          column: month.header,
          found: text,
          needed,
          rule: "malformed-number",
        });
        continue;
      }
      const value = known.reads === "growth" ? growthFromIndex(number, text) : number;
      observations.push({
        indicator: known.indicator,
        region: "CHN",
        period: periodOfSpan(
          basis === "year-to-date" ? januaryOf(month.start) : month.start,
          month.end,
          basis,
        ),
        value,
        status: "normal",
        reason: null,
        vintage,
        vintageBasis: "document",
      });
      lines.push(row.line);
    }
  }
  return { observations, lines, rejected };
}

/** 1 January of a day's year. */
function januaryOf(day: number): number {
  return Date.UTC(new Date(day * 86_400_000).getUTCFullYear(), 0, 1) / 86_400_000;
}

/** The months of the header; a cell that is none is refused with its column left out. */
function monthsOf(header: GridRow, rejected: Rejection[]): Month[] {
  return header.cells.flatMap((text, column): Month[] => {
    if (column === 0 || text === "") return [];
    const span = readPeriod(text);
    if (span?.months !== 1) {
      const needed = "a month, e.g. 2025年4月";
      rejected.push({ line: header.line, column: text, found: text, needed, rule: "malformed-period" });
      return [];
    }
    return [{ column, header: text, start: span.start, end: span.end }];
  });
}
