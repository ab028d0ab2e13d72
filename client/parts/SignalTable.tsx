import type { ReactNode } from "react";
import { LIGHT_GLYPH, type LightLevel } from "../theme/palette.ts";
import { useSettings } from "../theme/settings.ts";
import { partsWords } from "../words/parts.ts";
import { useLang, useWords } from "../words/useWords.ts";

export interface SignalCell {
  light: LightLevel | null;
  /** The figure behind the light, as people read it. */
  value: string;
  /** The light of an earlier period, carried over a month without a figure. */
  carried: boolean;
  /** Period, figure, light in words; why there is none. */
  title: string;
}

export interface SignalRow {
  id: string;
  name: ReactNode;
  cells: readonly SignalCell[];
  latest: ReactNode;
  /** A small line beside it, where the table has a column for one. */
  trend?: ReactNode;
}

export interface SignalTableProps {
  caption: string;
  indicatorHeading: string;
  latestHeading: string;
  /** Heads a column of small lines, where there is room; without it there is none. */
  trendHeading?: string;
  /** Above every month; `year` only where a year begins. */
  columns: readonly { key: string; year: string | null; month: string; full: string }[];
  rows: readonly SignalRow[];
}

/** The lights as a table that can be copied, printed and read out: every cell has a word, a glyph and a colour. */
export function SignalTable({
  caption,
  indicatorHeading,
  latestHeading,
  trendHeading,
  columns,
  rows,
}: SignalTableProps) {
  return (
    <table className="num w-full border-separate border-spacing-0.5 text-[.8rem]">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th
            scope="col"
            className="sticky left-0 z-[1] bg-surface text-left align-bottom font-medium whitespace-nowrap text-ink2"
          >
            {indicatorHeading}
          </th>
          {columns.map((c) => (
            <th
              key={c.key}
              scope="col"
              className="align-bottom text-[.74rem] font-normal whitespace-nowrap text-ink3"
            >
              {c.year && <b className="block font-semibold text-ink2">{c.year}</b>}
              {c.month}
              <span className="sr-only"> {c.full}</span>
            </th>
          ))}
          <th scope="col" className="pl-2 text-right align-bottom font-medium whitespace-nowrap text-ink2">
            {latestHeading}
          </th>
          {trendHeading && (
            <th
              scope="col"
              className="hidden pl-3 text-left align-bottom font-medium whitespace-nowrap text-ink2 sm:table-cell"
            >
              {trendHeading}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((r) => (
          <tr key={r.id}>
            <th
              scope="row"
              className="sticky left-0 z-[1] bg-surface pr-2 text-left font-medium whitespace-nowrap text-ink2"
            >
              {r.name}
            </th>
            {r.cells.map((c, i) => (
              <Cell key={columns[i]?.key ?? i} cell={c} newest={i === r.cells.length - 1} />
            ))}
            <td className="pl-2 text-right font-bold whitespace-nowrap">{r.latest}</td>
            {trendHeading && <td className="hidden w-[7.5rem] min-w-[7rem] pl-3 sm:table-cell">{r.trend}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ cell, newest }: { cell: SignalCell; newest: boolean }) {
  const w = useWords(partsWords);
  const lang = useLang();
  const { glyph } = useSettings();
  const { light } = cell;
  const frame = newest ? { outline: "2px solid var(--ink)", outlineOffset: "-1px" } : {};
  if (light === null)
    return (
      <td
        title={cell.title}
        style={frame}
        className="h-7 min-w-6 rounded-[3px] border border-dashed border-ink3 text-center text-ink3"
      >
        <span className="sr-only">{cell.title}</span>
        <span aria-hidden="true">—</span>
      </td>
    );
  const shown =
    glyph === "number"
      ? cell.value
      : glyph === "symbol"
        ? LIGHT_GLYPH[light].symbol
        : LIGHT_GLYPH[light][lang];
  // A carried light is hollow: its colour is the frame, so nobody takes it for a fresh figure.
  const colours = cell.carried
    ? { boxShadow: `inset 0 0 0 2px var(--l${light})`, color: "var(--ink3)" }
    : { background: `var(--l${light})`, color: `var(--on${light})` };
  return (
    <td
      title={cell.title}
      style={{ ...colours, ...frame }}
      className={`h-7 min-w-6 rounded-[3px] px-0.5 text-center ${light === 3 ? "font-normal" : "font-bold"} ${glyph === "symbol" ? "text-[.62rem]" : ""}`}
    >
      <span className="sr-only">
        {w.lights[light]}
        {cell.carried ? ` (${w.carried})` : ""}
      </span>
      <span aria-hidden="true">{shown}</span>
    </td>
  );
}
