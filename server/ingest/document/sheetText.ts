import { readXlsx } from "hucre/xlsx";
import { normaliseText } from "../read/normaliseText.ts";
import { readHeader } from "../read/readHeader.ts";
import type { DocumentFault } from "./documentFault.ts";

/** A bigger workbook is delivered as CSV: opening it would take the memory of the whole server. */
export const BIGGEST_WORKBOOK = 64 << 20;
const TITLE_ROWS = 10;

type Workbook = Awaited<ReturnType<typeof readXlsx>>;
type Sheet = Workbook["sheets"][number];

/** What a date format shows: the day, the month or only the year. Quoted literals and colours are not format. */
function shows(format: string): "day" | "month" | "year" {
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "").toLowerCase();
  if (bare.includes("d")) return "day";
  return bare.includes("m") ? "month" : "year";
}

/** A typed date as text: in the period column no finer than its format shows (a cell “2026-03” holds 1 March). */
function dateText(date: Date, format: string | undefined, isPeriod: boolean): string {
  const iso = date.toISOString();
  if (!isPeriod || format === undefined) return iso.slice(0, 10);
  return iso.slice(0, { day: 10, month: 7, year: 4 }[shows(format)]);
}

function quoted(text: string): string {
  const line = text.replace(/[\r\n]+/g, " ");
  return /[",]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}

/** The header row among the first rows of a sheet, with the places of period and value; -1 where it has none. */
function headerOf(sheet: Sheet): { period: number; value: number; missing: number } {
  let best = { period: -1, value: -1, missing: Number.POSITIVE_INFINITY };
  for (const row of sheet.rows.slice(0, TITLE_ROWS)) {
    const reading = readHeader(
      row.map((cell) => (cell === null || cell === undefined ? "" : String(cell))),
      true,
    );
    if (reading.kind === "read")
      return { period: reading.places.period, value: reading.places.value, missing: 0 };
    if (reading.kind === "missing" && reading.columns.length < best.missing)
      best = { period: -1, value: -1, missing: reading.columns.length };
  }
  return best;
}

/** One row of a sheet as a line of comma-separated text. */
function lineOf(sheet: Sheet, row: number, columns: { period: number; value: number }): string {
  const cells = sheet.rows[row] ?? [];
  return cells
    .map((cell: unknown, column) => {
      if (cell === null || cell === undefined) return "";
      const format = sheet.cells?.get(`${row},${column}`)?.style?.numFmt;
      if (cell instanceof Date) return dateText(cell, format, column === columns.period);
      // A cell that shows 5.0 % holds 0.05: the figure is what the person who delivered it saw.
      if (typeof cell === "number" && column === columns.value && format?.includes("%"))
        return String(Number((cell * 100).toPrecision(15)));
      return quoted(typeof cell === "string" ? cell : String(cell));
    })
    .join(",");
}

/**
 * The tidy sheet of a workbook (.xlsx) as comma-separated UTF-8, one line per row, so that lines are the
 * sheet's row numbers. The first sheet with the needed columns is taken, else the one that misses fewest.
 */
export async function sheetText(bytes: Uint8Array): Promise<{ text: Uint8Array } | { fault: DocumentFault }> {
  if (bytes.length > BIGGEST_WORKBOOK) {
    const found = `${Math.round(bytes.length / (1 << 20))} MiB`;
    return { fault: { id: "too-big", found, needed: `${BIGGEST_WORKBOOK >> 20} MiB (.xlsx)` } };
  }
  let workbook: Workbook;
  try {
    workbook = await readXlsx(bytes, { readStyles: true });
  } catch (error) {
    const found = normaliseText(error instanceof Error ? error.message : String(error)).slice(0, 200);
    return { fault: { id: "broken-sheet", found, needed: ".xlsx" } };
  }
  const sheets = workbook.sheets.map((sheet) => ({ sheet, header: headerOf(sheet) }));
  sheets.sort((a, b) => a.header.missing - b.header.missing);
  const chosen = sheets[0];
  if (!chosen || chosen.sheet.rows.length === 0)
    return { fault: { id: "empty", found: "0 rows", needed: "" } };
  const lines = Array.from(chosen.sheet.rows.keys(), (row) => lineOf(chosen.sheet, row, chosen.header));
  return { text: new TextEncoder().encode(`${lines.join("\n")}\n`) };
}
