import type { Twin } from "./drawing.ts";

/** What a file must say of itself besides its figures. */
export interface FilePassport {
  title: string;
  /** Unit, source, vintage, address: one line each. */
  lines: readonly string[];
}

/** A drawing's figures as CSV (RFC 4180), unrounded, intervals as two columns, with its passport as leading comments. */
export function twinCsv(twin: Twin, passport: FilePassport): string {
  const paired = twin.columns.map((_, i) => twin.rows.some((r) => Array.isArray(r.raw[i])));
  const heads = twin.columns.flatMap((c, i) => (paired[i] ? [`${c} (lower)`, `${c} (upper)`] : [c]));
  const lines = [
    ...[passport.title, ...passport.lines].map((l) => `# ${l.replaceAll(/[\r\n]+/g, " ")}`),
    [twin.head, ...heads].map(quote).join(","),
    ...twin.rows.map((row) => {
      const cells = twin.columns.flatMap((_, i) => {
        const cell = row.raw[i] ?? null;
        if (typeof cell === "number") return [String(cell)];
        if (cell !== null) return cell.map(String);
        return paired[i] ? ["", ""] : [""];
      });
      return [row.period, ...cells].map(quote).join(",");
    }),
  ];
  // Excel reads UTF-8 only when the file says so.
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

/** Quotes what CSV needs quoted; a text that a spreadsheet would run as a formula is kept text. */
function quote(text: string): string {
  const safe = /^[=+@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
