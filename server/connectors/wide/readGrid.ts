import { parse } from "csv-parse/sync";
import { readXlsx } from "hucre/xlsx";
import { AppError } from "../../../models/errors.ts";
import type { RawDocument } from "../contract.ts";

/** A row of a table as text, with its 1-based line in the file or row in the sheet. */
export interface GridRow {
  line: number;
  cells: readonly string[];
}

/** Text in UTF-8, with or without mark, else in GB18030 and its subsets. */
function decode(bytes: Uint8Array, name: string): string {
  for (const label of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw new AppError(
    "source-changed",
    `${name}: found text that is neither UTF-8 nor GB18030; needed is one of them`,
  );
}

function delimited(text: string, name: string): GridRow[] {
  const head = text.slice(0, 2000);
  const delimiter = head.includes("\t") ? "\t" : head.includes(";") && !head.includes(",") ? ";" : ",";
  try {
    const rows: unknown = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
    // With `info` every record comes with its place, which the package's types leave out.
    return (rows as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      line: info.lines,
      cells: record,
    }));
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("source-changed", `${name}: cannot be read as a table: ${found}`, { cause });
  }
}

const WORKBOOK = [0x50, 0x4b, 0x03, 0x04];

async function sheet(bytes: Uint8Array, name: string): Promise<GridRow[]> {
  try {
    const workbook = await readXlsx(bytes);
    const first = workbook.sheets.find((s) => s.rows.length > 0);
    return (first?.rows ?? []).map((row, i) => ({
      line: i + 1,
      cells: row.map((cell: unknown) =>
        cell === null || cell === undefined
          ? ""
          : cell instanceof Date
            ? cell.toISOString().slice(0, 7)
            : String(cell).trim(),
      ),
    }));
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("source-changed", `${name}: the workbook cannot be opened: ${found}`, { cause });
  }
}

/** A document as rows of text: CSV in UTF-8 or GBK, tab-separated text, or the first filled sheet of a workbook. */
export async function readGrid({ bytes, name }: RawDocument): Promise<GridRow[]> {
  if (WORKBOOK.every((byte, i) => bytes[i] === byte)) return sheet(bytes, name);
  return delimited(decode(bytes, name), name);
}
