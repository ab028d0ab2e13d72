import type { Twin } from "./drawing.ts";

/** The figures of a drawing as a table, newest first: copyable, printable, readable without eyes. */
export function TwinTable({ twin, height }: { twin: Twin; height: string }) {
  const rows = [...twin.rows].reverse();
  return (
    <section
      className="relative overflow-auto"
      style={{ maxHeight: height }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={twin.caption}
    >
      <table className="table num">
        <caption className="sr-only">{twin.caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="sticky top-0 bg-surface">
              {twin.head}
            </th>
            {twin.columns.map((c) => (
              <th key={c} scope="col" className="r sticky top-0 bg-surface" style={{ textAlign: "right" }}>
                {c}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.period}>
              <th scope="row">{row.head}</th>
              {row.cells.map((cell, i) => (
                <td key={twin.columns[i]} className="r">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
