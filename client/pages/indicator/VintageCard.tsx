import { useQuery } from "@tanstack/react-query";
import { LineChart } from "lucide-react";
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import type { SeriesView, VintageTable } from "../../../server/routers/views.ts";
import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import { useAsOf } from "../../api/useAsOf.ts";
import { Chart } from "../../charts/Chart.tsx";
import type { ChartContext } from "../../charts/drawing.ts";
import { vintageDrawing } from "../../charts/vintageDrawing.ts";
import { formatDate } from "../../format/formatDate.ts";
import { formatChange } from "../../format/formatFigure.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { formatPeriod, formatPeriodShort } from "../../format/formatPeriod.ts";
import { formatUnit } from "../../format/formatUnit.ts";
import { formatWords } from "../../format/formatWords.ts";
import { unitScale } from "../../format/unitScale.ts";
import { IconButton } from "../../parts/Button.tsx";
import { Card } from "../../parts/Card.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { indicatorWords } from "../../words/indicator.ts";
import { useLang, useWords } from "../../words/useWords.ts";

const PERIODS = 8;
const HEIGHT = "18.5rem";

/** What was said when: reference periods down, publication days across, the revision so far at the right. */
export function VintageCard({ view }: { view: SeriesView }) {
  const w = useWords(indicatorWords);
  const lang = useLang();
  const asOf = useAsOf();
  const [asChart, setAsChart] = useState(false);
  const { indicator, region } = view.meta;
  const query = useQuery(
    trpc.series.vintages.queryOptions({ indicator: indicator.id, region, last: PERIODS, ...asOf }, TAKE_BACK),
  );
  const table = query.data;
  return (
    <Card
      id="vintages"
      title={table ? table.title.text[lang] : w.vintages.chart(indicator.short[lang])}
      subtitle={[w.vintages.subtitle, table ? unitOf(table, lang).name : ""]
        .filter((t) => t !== "")
        .join(lang === "zh" ? "；" : "; ")}
      footer={w.vintages.footer}
      extra={
        <IconButton
          label={asChart ? w.vintages.asTable : w.vintages.asChart}
          aria-pressed={asChart}
          onClick={() => setAsChart(!asChart)}
          className={`noprint ${asChart ? "bg-accentbg text-accent" : ""}`}
        >
          <LineChart size={15} />
        </IconButton>
      }
    >
      {query.error && !table && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton height={HEIGHT} />}
      {table && table.periods.length === 0 && <p className="text-[.89rem] text-ink2">{w.vintages.none}</p>}
      {table &&
        table.periods.length > 0 &&
        (asChart ? <Revisions table={table} name={indicator.short[lang]} /> : <Days table={table} />)}
    </Card>
  );
}

/** One unit for the whole table. */
function unitOf(table: VintageTable, lang: "zh" | "en") {
  const magnitude = Math.max(0, ...table.cells.flat().map((c) => Math.abs(c?.value ?? 0)));
  const scale = unitScale(table.unit, magnitude, table.decimals, lang);
  return { ...scale, name: formatUnit(scale.unit, lang) };
}

function Days({ table }: { table: VintageTable }) {
  const w = useWords(indicatorWords);
  const lang = useLang();
  const scroller = useRef<HTMLElement>(null);
  const scale = unitOf(table, lang);
  // The newest publications are what one looks for: the table starts at its right end, and keeps it when it widens.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new table starts at its newest columns again
  useLayoutEffect(() => {
    const node = scroller.current;
    if (!node) return;
    const toEnd = () => node.scrollTo({ left: node.scrollWidth });
    toEnd();
    const observer = new ResizeObserver(toEnd);
    observer.observe(node);
    return () => observer.disconnect();
  }, [table]);
  const sticky = "sticky bg-surface z-[1]";
  return (
    <section
      ref={scroller}
      aria-label={w.vintages.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="scroller"
    >
      <table className="table num">
        <caption className="sr-only">{table.title.text[lang]}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${sticky} left-0`}>
              {w.vintages.period}
            </th>
            {table.vintages.map((day) => (
              <th
                key={day}
                scope="col"
                className="r pl-4 whitespace-nowrap"
                style={{ textAlign: "right" }}
                title={formatDate(day, lang)}
              >
                {day.slice(2)}
              </th>
            ))}
            <th
              scope="col"
              className={`r right-0 pl-4 whitespace-nowrap ${sticky}`}
              style={{ textAlign: "right" }}
            >
              {w.vintages.revision}
            </th>
          </tr>
        </thead>
        <tbody>
          {table.periods.map((period, i) => (
            <tr key={period}>
              <th
                scope="row"
                className={`left-0 whitespace-nowrap ${sticky}`}
                title={formatPeriod(period, lang)}
              >
                {formatPeriodShort(period)}
              </th>
              {table.vintages.map((day, k) => (
                <Cell
                  key={day}
                  cell={table.cells[i]?.[k] ?? null}
                  divisor={scale.divisor}
                  decimals={scale.decimals}
                />
              ))}
              <td className={`r right-0 pl-4 whitespace-nowrap ${sticky}`}>
                <Revision change={table.revision[i] ?? null} table={table} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({
  cell,
  divisor,
  decimals,
}: {
  cell: VintageTable["cells"][number][number];
  divisor: number;
  decimals: number;
}) {
  const lang = useLang();
  if (!cell || cell.value === null) return <td className="r text-ink3">—</td>;
  const words = formatWords(lang);
  const basis = (words.vintageBasis as Record<string, string>)[cell.basis] ?? cell.basis;
  const status = (words.status as Record<string, string>)[cell.status] ?? cell.status;
  return (
    <td className="r" title={`${status} · ${basis}`}>
      {formatNumber(cell.value / divisor, decimals)}
    </td>
  );
}

function Revision({ change, table }: { change: number | null; table: VintageTable }) {
  const w = useWords(indicatorWords);
  const lang = useLang();
  if (change === null) return <span className="text-ink3">{w.vintages.firstOnly}</span>;
  const { number } = formatChange(change, table.unit, table.decimals, lang);
  return change === 0 ? <span className="text-ink3">{number}</span> : <b>{number}</b>;
}

function Revisions({ table, name }: { table: VintageTable; name: string }) {
  const w = useWords(indicatorWords);
  const draw = useMemo(() => {
    const data = {
      name,
      unit: table.unit,
      decimals: table.decimals,
      // The table lists the newest period first; time runs to the right on a chart.
      periods: table.periods.toReversed(),
      vintages: table.vintages,
      values: table.cells.toReversed().map((row) => row.map((c) => c?.value ?? null)),
    };
    return (context: ChartContext) => vintageDrawing(data, context);
  }, [table, name]);
  return <Chart draw={draw} label={w.vintages.chart(name)} height={HEIGHT} />;
}
