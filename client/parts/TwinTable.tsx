import { partsWords } from "../words/parts.ts";
import { useWords } from "../words/useWords.ts";
import { Scroller } from "./Scroller.tsx";
import type { TableTwin } from "./tableTwin.ts";

/** A chart's data as a plain table, scrolled inside the chart's own place. */
export function TwinTable({ table }: { table: TableTwin }) {
  const w = useWords(partsWords);
  return (
    <Scroller label={w.scrollable(table.caption)} className="max-h-[24rem] overflow-y-auto">
      <table className="table num">
        <caption className="sr-only">{table.caption}</caption>
        <thead className="sticky top-0 bg-surface">
          <tr>
            {table.columns.map((c) => (
              <th key={c.heading} scope="col" className={c.align === "right" ? "r" : ""}>
                {c.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((r) => (
            <tr key={r.join("\u0000")}>
              {r.map((cell, i) =>
                i === 0 ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                  <th key={i} scope="row" className="!text-ink2">
                    {cell}
                  </th>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                  <td key={i} className={table.columns[i]?.align === "right" ? "r" : ""}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
