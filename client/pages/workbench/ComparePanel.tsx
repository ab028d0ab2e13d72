import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useMemo } from "react";
import { TRANSFORMS } from "../../../models/transforms/transform.ts";
import type { CompareView } from "../../../server/routers/views.ts";
import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import { useAsOf } from "../../api/useAsOf.ts";
import { ChartCard } from "../../charts/ChartCard.tsx";
import { comparisonDrawing, MOST_COMPARED } from "../../charts/comparisonDrawing.ts";
import type { ChartContext } from "../../charts/drawing.ts";
import { formatDate } from "../../format/formatDate.ts";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { Select } from "../../parts/Select.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { changeSearch, pageOf } from "../../route/useRoute.ts";
import { indicatorWords } from "../../words/indicator.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { workbenchWords } from "../../words/workbench.ts";
import { RANGES } from "../indicator/search.ts";
import { windowOf } from "../indicator/windowOf.ts";
import { keyText, parseKeys } from "./basket.ts";
import { CorrelationTable } from "./CorrelationTable.tsx";
import { compareTitle } from "./compareTitle.ts";
import { seriesNames } from "./seriesNames.ts";

const route = pageOf("/workbench");

/** The chosen series on one chart, after one transform, with their correlations. */
export function ComparePanel({ sel, onRemove }: { sel: readonly string[]; onRemove(key: string): void }) {
  const w = useWords(workbenchWords);
  const { transform = "none" } = route.useSearch();
  const asOf = useAsOf();
  const keys = parseKeys(sel);
  const query = useQuery(
    trpc.series.compare.queryOptions(
      { keys, transform, ...asOf },
      { ...TAKE_BACK, enabled: keys.length > 0, placeholderData: keepPreviousData },
    ),
  );
  if (keys.length === 0)
    return (
      <div className="card">
        <EmptyState heading="h2" title={w.compare.none} text={w.compare.noneText} />
      </div>
    );
  if (query.error && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton height="36rem" />;
  return (
    <div className="flex flex-col gap-4">
      <Compared view={query.data} onRemove={onRemove} />
      {query.data.series.length > 1 && <CorrelationTable view={query.data} />}
    </div>
  );
}

function Compared({ view, onRemove }: { view: CompareView; onRemove(key: string): void }) {
  const w = useWords(workbenchWords);
  const i = useWords(indicatorWords);
  const lang = useLang();
  const { transform = "none", range = "5y" } = route.useSearch();
  const names = useMemo(() => seriesNames(view, lang), [view, lang]);
  const draw = useMemo(() => {
    const series = view.series.map((s, k) => {
      const { from, to } = windowOf(s.periods, { range });
      return {
        name: names[k] ?? s.indicator,
        unit: s.unit,
        decimals: s.decimals,
        frequency: s.frequency,
        before: s.values.slice(0, from).findLast((v) => v !== null) ?? null,
        periods: s.periods.slice(from, to),
        values: s.values.slice(from, to),
      };
    });
    const data = { name: w.compare.title(series.length), series };
    return (context: ChartContext) => comparisonDrawing(data, context);
  }, [view, names, range, w]);
  const subtitle = w.compare.subtitle(i.transforms[view.transform], i.ranges[range]);
  const source = [
    `${w.compare.source}${lang === "zh" ? "：" : ": "}${[...new Set(view.series.map((s) => s.source[lang]))].join(lang === "zh" ? "、" : ", ")}`,
    w.compare.asOf(formatDate(view.asOf, lang)),
    ...(view.series.some((s) => s.simulated) ? [w.compare.simulated] : []),
  ].join(" · ");
  const units = new Set(view.series.slice(0, MOST_COMPARED).map((s) => s.unit)).size;
  return (
    <ChartCard
      id="compare"
      title={compareTitle(names, view.correlation, w.compare)}
      subtitle={subtitle}
      footer={source}
      draw={draw}
      label={w.compare.chartLabel(names.join(lang === "zh" ? "、" : ", "))}
      height="17rem"
      passport={{ title: names.join(" / "), subtitle, source }}
      fileName={`guanlan-compare-${view.asOf}`}
      controls={
        <div className="noprint mb-2 flex flex-wrap gap-2">
          <Select
            label={w.compare.transform}
            showLabel
            value={transform}
            options={TRANSFORMS.map((t) => ({ value: t, label: i.transforms[t] }))}
            onChange={(t) => changeSearch({ transform: t === "none" ? undefined : t }, true)}
          />
          <Select
            label={w.compare.range}
            showLabel
            value={range}
            options={RANGES.map((r) => ({ value: r, label: i.ranges[r] }))}
            onChange={(r) => changeSearch({ range: r }, true)}
          />
        </div>
      }
    >
      {units > 2 && <p className="mt-1 text-[.84rem] font-semibold text-late">{w.compare.mixedUnits}</p>}
      {view.series.length > MOST_COMPARED && (
        <p className="mt-1 text-[.84rem] text-ink2">{w.compare.onlySix}</p>
      )}
      {view.note && <p className="mt-1 text-[.84rem] text-ink2">{view.note[lang]}</p>}
      <ul className="mt-2 flex flex-wrap gap-1.5">
        {view.series.map((s, k) => (
          <li key={keyText(s)} className="flex items-center rounded border border-line pl-2 text-[.84rem]">
            {names[k]}
            <button
              type="button"
              className="grid min-h-7 min-w-7 place-items-center text-ink3 hover:text-ink"
              aria-label={w.compare.remove(names[k] ?? s.indicator)}
              onClick={() => onRemove(keyText(s))}
            >
              <X size={14} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </ChartCard>
  );
}
