import type { EpochDay } from "../../../models/series/date.ts";
import { cellText } from "../read/cellText.ts";
import { LineCells } from "../read/lineCells.ts";
import { columnName, readHeader } from "../read/readHeader.ts";
import type { TidyLayout } from "../read/tidyReader.ts";
import type { DocumentFault } from "./documentFault.ts";

/** Above the header a table may have a title and notes, up to this many lines. */
const TITLE_LINES = 10;
const MOST_COLUMNS = 200;
const DELIMITERS = [",", ";", "\t"].map((d) => d.charCodeAt(0));

export type HeaderFound =
  /** `after`: offset of the line below the header; `line`: 1-based line of the header. */
  | { kind: "found"; layout: TidyLayout; after: number; line: number }
  | { kind: "fault"; fault: DocumentFault };

/**
 * Finds the header row and the delimiter in the head of a document: the first of its first ten lines that
 * has the needed columns under comma, semicolon or tab.
 */
export function findHeader(head: Uint8Array, vintage: EpochDay | null): HeaderFound {
  const cells = new LineCells();
  let at = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  let nearest: { fault: DocumentFault; missing: number } | null = null;
  for (let line = 1; line <= TITLE_LINES && at < head.length; line++) {
    const newline = head.indexOf(10, at);
    const end = newline < 0 ? head.length : newline;
    for (const delimiter of DELIMITERS) {
      if (cells.split(head, at, end, delimiter, 0) === "quote" || cells.count > MOST_COLUMNS) continue;
      const names = Array.from({ length: cells.count }, (_, i) =>
        cellText(head, cells.start[i]!, cells.end[i]!),
      );
      const reading = readHeader(names, vintage !== null);
      if (reading.kind === "read") {
        const { places, width } = reading;
        return { kind: "found", layout: { delimiter, places, width, vintage }, after: end + 1, line };
      }
      const found = names.join(String.fromCharCode(delimiter)).slice(0, 200);
      const [fault, missing]: [DocumentFault, number] =
        reading.kind === "repeated"
          ? [{ id: "repeated-column", found: columnName(reading.column), needed: "" }, 0]
          : [
              { id: "missing-column", found, needed: reading.columns.map(columnName).join(", ") },
              reading.columns.length,
            ];
      if (found.trim() !== "" && (nearest === null || missing < nearest.missing))
        nearest = { fault, missing };
    }
    at = end + 1;
  }
  return {
    kind: "fault",
    fault: nearest?.fault ?? { id: "empty", found: `${head.length} bytes`, needed: "" },
  };
}
