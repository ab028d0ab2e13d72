import { appendFileSync } from "node:fs";

/** One figure of one bench, with the floor it has to keep. */
export interface BenchRow {
  /** The bench it belongs to: `reads`. */
  job: string;
  /** What was measured, in words. */
  figure: string;
  measured: number;
  unit: string;
  /** As the reader compares it: `< 15 ms`, `≥ 1,000,000 rows/s`. */
  floor: string;
  /** Against the named peer in the same run; null where there is none. */
  ratio: number | null;
  ok: boolean;
}

/** Hands a row to the run (`tests/bench/run.mjs` names the file); a bench run alone prints it. */
export function report(row: BenchRow): void {
  const file = process.env.BENCH_ROWS;
  if (file) appendFileSync(file, `${JSON.stringify(row)}\n`);
  else process.stdout.write(`${benchTable([row])}\n`);
}

/** All rows as one table of plain text, columns aligned. */
export function benchTable(rows: readonly BenchRow[]): string {
  const cells = [
    ["job", "figure", "measured", "floor", "ratio", ""],
    ...rows.map((row) => [
      row.job,
      row.figure,
      `${shortNumber(row.measured)} ${row.unit}`,
      row.floor,
      row.ratio === null ? "" : `${row.ratio.toFixed(2)} ×`,
      row.ok ? "ok" : "MISSED",
    ]),
  ];
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((line) => line[column]!.length)));
  return cells
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Three digits that count; whole numbers from a thousand on. */
function shortNumber(value: number): string {
  const digits = Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** The middle of the measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) throw new RangeError("no measurements");
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
