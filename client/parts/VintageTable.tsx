import type { ReactNode } from "react";
import { formatDate } from "../format/formatDate.ts";
import { formatNumber } from "../format/formatNumber.ts";
import { partsWords } from "../words/parts.ts";
import { useLang, useWords } from "../words/useWords.ts";
import { Scroller } from "./Scroller.tsx";

const right = { textAlign: "right" as const };

export interface VintageRow {
  id: string;
  /** As it is read; a link where the reader may follow it. */
  name: ReactNode;
  /** Texts of the columns of the page's own. */
  more?: readonly string[];
  /** Newest day read; null where nothing was. */
  vintage: string | null;
  figures: number;
}

/** Which vintage of which figures a result was made of. It scrolls sideways where it is too wide. */
export function VintageTable({ rows, more = [] }: { rows: readonly VintageRow[]; more?: readonly string[] }) {
  const w = useWords(partsWords).vintages;
  const lang = useLang();
  return (
    <Scroller label={w.caption}>
      <table className="table num">
        <caption className="sr-only">{w.caption}</caption>
        <thead className="whitespace-nowrap">
          <tr>
            {[w.indicator, ...more, w.newest].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
            <th scope="col" style={right}>
              {w.figures}
            </th>
          </tr>
        </thead>
        <tbody className="whitespace-nowrap">
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {more.map((heading, i) => (
                <td key={heading}>{row.more?.[i] ?? w.none}</td>
              ))}
              <td>{row.vintage === null ? w.none : formatDate(row.vintage, lang)}</td>
              <td className="r">{formatNumber(row.figures, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
