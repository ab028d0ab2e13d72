import { memo } from "react";
import type { SearchRow } from "../../../server/routers/views.ts";
import { type FigureText, formatChange, formatFigure } from "../../format/formatFigure.ts";
import { formatPeriodShort } from "../../format/formatPeriod.ts";
import { formatWords } from "../../format/formatWords.ts";
import { LightChip } from "../../parts/LightChip.tsx";
import { Spark } from "../../parts/Spark.tsx";
import { Link } from "../../route/Link.tsx";
import { partsWords } from "../../words/parts.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { workbenchWords } from "../../words/workbench.ts";
import { keyText } from "./basket.ts";
import { Cell } from "./Cell.tsx";
import type { Sparkline } from "./useSparks.ts";

export interface IndicatorRowProps {
  index: number;
  /** Pixels from the top of the list. */
  top: number;
  height: number;
  columns: string;
  narrow: boolean;
  row: SearchRow | undefined;
  active: boolean;
  selected: boolean;
  /** undefined: not read yet. */
  spark: Sparkline | undefined;
  onToggle(key: string): void;
  onFocus(index: number): void;
}

/** One indicator in one region: figure, change, line, light, day of its newest vintage. */
export const IndicatorRow = memo(function IndicatorRow(props: IndicatorRowProps) {
  const { index, top, height, columns, row, active, selected, onFocus } = props;
  const w = useWords(workbenchWords);
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that come and go cannot be a <tr>; roles say the same
    // biome-ignore lint/a11y/useFocusableInteractive: the row's link and box are what takes focus
    <div
      role="row"
      aria-rowindex={index + 2}
      data-row={index}
      onFocus={() => onFocus(index)}
      className={`absolute inset-x-0 top-0 items-center border-b border-line px-3 text-[.88rem] ${selected ? "bg-accentbg" : active ? "bg-sunken" : ""} ${active ? "shadow-[inset_3px_0_0_var(--accent)]" : ""}`}
      style={{ display: "grid", gridTemplateColumns: columns, height, transform: `translateY(${top}px)` }}
    >
      {row ? (
        <Cells {...props} row={row} />
      ) : (
        <Cell className="col-span-full">
          <span className="skeleton block h-4" />
          <span className="sr-only">{w.loadingRow}</span>
        </Cell>
      )}
    </div>
  );
});

function Cells({ row, narrow, active, selected, spark, onToggle }: IndicatorRowProps & { row: SearchRow }) {
  const w = useWords(workbenchWords);
  const p = useWords(partsWords);
  const lang = useLang();
  const key = keyText(row);
  const figure = row.latest?.value ?? null;
  const shown = figure === null ? null : formatFigure(figure, row.unit, row.decimals, lang);
  const change =
    row.change === null ? null : formatChange(row.change, row.unit, row.decimals, lang, figure ?? undefined);
  const frequency = formatWords(lang).frequency[row.frequency];
  const box = (
    <Cell className="flex">
      <input
        type="checkbox"
        // One stop of the Tab key for the whole table: arrows go from row to row.
        tabIndex={active ? 0 : -1}
        className="size-[1.1rem] accent-accent"
        aria-label={w.selectRow(row.name[lang], row.regionName[lang])}
        checked={selected}
        onChange={() => onToggle(key)}
      />
    </Cell>
  );
  const link = (
    <Link
      to="/indicator/$id"
      params={{ id: row.indicator }}
      search={{ region: row.region }}
      tabIndex={active ? 0 : -1}
      className="font-medium text-ink hover:text-accent hover:underline"
      onKeyDown={(e) => {
        if (e.key !== " ") return;
        e.preventDefault();
        onToggle(key);
      }}
    >
      {row.name[lang]}
    </Link>
  );
  const simulated = row.simulated && (
    <span className="chip ml-1 bg-latebg !text-[.7rem] text-late">{p.simulated}</span>
  );
  const line =
    spark === "failed" ? (
      <span className="text-ink3" title={w.sparkFailed}>
        —
      </span>
    ) : spark ? (
      <Spark values={spark} width={narrow ? 64 : 88} height={narrow ? 28 : 26} light={row.light} />
    ) : (
      <span className="skeleton block h-4 w-full" />
    );
  if (narrow)
    return (
      <>
        {box}
        <Cell className="min-w-0 pr-2">
          <span className="line-clamp-2 leading-tight">{link}</span>
          <span className="block truncate text-[.78rem] text-ink3">
            {row.latest ? formatPeriodShort(row.latest.period) : "—"} · {row.regionName[lang]} · {frequency}
            {simulated}
          </span>
        </Cell>
        <Cell className="text-right">
          <Amount figure={shown} bold />
          {row.light !== null && row.light !== 3 && (
            <span className="block text-[.76rem] text-ink2">{p.lights[row.light]}</span>
          )}
        </Cell>
        <Cell className="pl-2">{line}</Cell>
      </>
    );
  return (
    <>
      {box}
      <Cell className="min-w-0 pr-2" title={row.name[lang]}>
        <span className="line-clamp-1 leading-snug">{link}</span>
        <span className="block truncate text-[.76rem] leading-snug text-ink3">
          {row.latest && <>{formatPeriodShort(row.latest.period)} · </>}
          <code>{row.indicator}</code>
          {simulated}
        </span>
      </Cell>
      <Cell className="truncate">{row.regionName[lang]}</Cell>
      <Cell>{frequency}</Cell>
      <Cell className="min-w-0 text-right">
        <Amount figure={shown} bold />
      </Cell>
      <Cell className="min-w-0 text-right">
        <Amount figure={change} />
      </Cell>
      <Cell className="pl-3">{line}</Cell>
      <Cell>
        {row.light === null ? <span className="text-ink3">—</span> : <LightChip light={row.light} />}
      </Cell>
      <Cell className="text-right text-[.84rem] text-ink2">{row.latest?.vintage.slice(2) ?? "—"}</Cell>
    </>
  );
}

/** Number above, unit below in small; a percentage keeps its sign beside it. */
function Amount({ figure, bold = false }: { figure: FigureText | null; bold?: boolean }) {
  if (figure === null) return <span className="text-ink3">—</span>;
  const beside = figure.unit.length <= 1;
  return (
    <>
      <span className={`block truncate leading-snug ${bold ? "font-bold" : "text-ink2"}`}>
        {figure.number}
        {beside && figure.unit}
      </span>
      {!beside && (
        <span className="block truncate text-[.74rem] leading-snug text-ink3" title={figure.unit}>
          {figure.unit}
        </span>
      )}
    </>
  );
}
