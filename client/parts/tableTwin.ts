/** The same data as a table: for screen readers, for copying, for the CSV. Rows are as people read them. */
export interface TableTwin {
  caption: string;
  columns: readonly { heading: string; align?: "left" | "right" }[];
  rows: readonly (readonly string[])[];
}

/**
 * The table as CSV (RFC 4180) with a byte-order mark, so that spreadsheet programs read Chinese rightly. A cell
 * that a spreadsheet would take for a formula is quoted with an apostrophe; true minus becomes the ASCII one.
 */
export function csvOf(table: TableTwin): string {
  const line = (cells: readonly string[]) => cells.map(csvCell).join(",");
  return `\uFEFF${[line(table.columns.map((c) => c.heading)), ...table.rows.map(line)].join("\r\n")}\r\n`;
}

function csvCell(text: string): string {
  const plain = /^−[\d.,]+$/.test(text) ? text.replace("−", "-") : text;
  const safe = /^[=+@\t\r]|^-(?![\d.])/.test(plain) && !/^[+-][\d.,]+$/.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
