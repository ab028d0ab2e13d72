import { useMemo, useState } from "react";
import { TRANSFORMS } from "../../../models/transforms/transform.ts";
import type { SeriesView } from "../../../server/routers/views.ts";
import { useShortcuts } from "../../api/useShortcuts.ts";
import { ChartCard } from "../../charts/ChartCard.tsx";
import { lineDrawing } from "../../charts/lineDrawing.ts";
import { measureOf } from "../../charts/measure.ts";
import { formatDate } from "../../format/formatDate.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { formatWords } from "../../format/formatWords.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { changeSearch, pageOf } from "../../route/useRoute.ts";
import { useSettings } from "../../theme/settings.ts";
import { indicatorWords } from "../../words/indicator.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { breaksOf } from "./breaksOf.ts";
import { DEFAULT_RANGE, RANGES, type Range } from "./search.ts";
import { transformedTitle } from "./transformedTitle.ts";
import { windowOf } from "./windowOf.ts";

const route = pageOf("/indicator/$id");
const HEIGHT = "24rem";

/** The big chart: transforms and ranges in the address, breaks marked, the normal band behind. */
export function SeriesCard({ view, busy }: { view: SeriesView; busy: boolean }) {
  const w = useWords(indicatorWords);
  const lang = useLang();
  const search = route.useSearch();
  const { shortcuts } = useSettings();
  const [help, setHelp] = useState(false);
  const { transform = "none", range = DEFAULT_RANGE, start, end } = search;
  const { indicator, regionName, agencyName } = view.meta;
  const asTable = search.view === "table";

  const setRange = (to: Range) => changeSearch({ range: to, start: undefined, end: undefined }, true);
  const stepRange = (by: number) =>
    setRange(RANGES[Math.max(0, Math.min(RANGES.length - 1, RANGES.indexOf(range) + by))] ?? range);
  const setTransform = (to: (typeof TRANSFORMS)[number]) =>
    changeSearch({ transform: to === "none" ? undefined : to }, true);
  useShortcuts({
    "[": () => stepRange(-1),
    "]": () => stepRange(1),
    t: () => setTransform(TRANSFORMS[(TRANSFORMS.indexOf(transform) + 1) % TRANSFORMS.length] ?? "none"),
    v: () => changeSearch({ view: asTable ? undefined : "table" }, true),
    "?": () => setHelp(true),
  });

  const { from, to } = windowOf(view.periods, { range, start, end });
  const periods = useMemo(() => view.periods.slice(from, to), [view.periods, from, to]);
  const draw = useMemo(() => {
    const data = {
      name: indicator.short[lang],
      unit: view.unit,
      decimals: view.decimals,
      basis: indicator.basis,
      periods,
      values: view.values.slice(from, to),
      before: view.values.slice(0, from).findLast((v) => v !== null) ?? null,
      reasons: view.reasons.slice(from, to),
      status: view.status.slice(from, to),
      bounds: view.transform === "none" ? view.bounds : null,
      events: breaksOf(indicator.notes, periods, lang, w.meta.notes),
    };
    return (context: Parameters<typeof lineDrawing>[1]) => lineDrawing(data, context);
  }, [view, indicator, lang, periods, from, to, w]);

  // The unit of the axis: 万亿元 where the figures are that large.
  const { unit } = measureOf(view.unit, view.decimals, view.values.slice(from, to), lang);
  const first = periods[0];
  const last = periods.at(-1);
  const span =
    first && last
      ? `${formatPeriod(first, lang, indicator.basis)}${lang === "zh" ? "至" : " to "}${formatPeriod(last, lang, indicator.basis)}`
      : "";
  const subtitle = w.subtitle([
    [w.transforms[view.transform], unit].filter((t) => t !== "").join(lang === "zh" ? "，" : ", "),
    [
      formatWords(lang).frequencyAdjective[indicator.frequency],
      indicator.adjustment === "seasonal" ? w.seasonal : w.unadjusted,
    ].join(lang === "zh" ? "，" : ", "),
    [regionName[lang], span].join(lang === "zh" ? "，" : ", "),
  ]);
  const source = [
    w.footer.source(agencyName[lang], indicator.sourceTable[lang]),
    ...(view.latest.vintage ? [w.footer.vintage(formatDate(view.latest.vintage, lang))] : []),
    w.footer.revised(view.meta.revisedPeriods),
    ...(view.lookingBack ? [w.exports.asOf(formatDate(view.asOf, lang))] : []),
    ...(indicator.simulated ? [w.exports.simulated] : []),
  ].join(" · ");

  const title =
    view.transform === "none"
      ? view.title.text[lang]
      : (transformedTitle(view, w.transforms[view.transform], lang) ??
        `${indicator.short[lang]} · ${w.transforms[view.transform]}`);
  const empty = periods.length === 0;
  const controls = (
    <>
      <div className="noprint mb-2 flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Segmented
          label={w.transform}
          value={transform}
          options={TRANSFORMS.map((t) => ({ value: t, label: w.transforms[t] }))}
          onChange={setTransform}
        />
        <Segmented
          label={w.range}
          value={start || end ? ("fixed" as Range) : range}
          options={RANGES.map((r) => ({ value: r, label: w.ranges[r] }))}
          onChange={setRange}
        />
        {shortcuts && <span className="ml-auto hidden text-[.8rem] text-ink3 lg:inline">{w.keysHint}</span>}
      </div>
      {view.note && (
        <p className="mb-1 text-[.84rem] text-ink2">
          <b>{w.notComputed}</b>　{view.note[lang]}
        </p>
      )}
    </>
  );
  return (
    <div aria-busy={busy}>
      <ChartCard
        id="chart"
        title={title}
        subtitle={subtitle}
        footer={source}
        method={indicator.definition[lang]}
        draw={draw}
        label={w.chartLabel(
          indicator.name[lang],
          first ? formatPeriod(first, lang) : "",
          last ? formatPeriod(last, lang) : "",
        )}
        height={empty ? "0" : HEIGHT}
        passport={{ title, subtitle, source }}
        fileName={`${indicator.id}-${view.meta.region}-${view.asOf}`}
        asTable={asTable}
        onAsTable={(shown) => changeSearch({ view: shown ? "table" : undefined }, true)}
        controls={controls}
      >
        {empty && (
          <EmptyState
            title={w.empty.title}
            text={
              view.meta.start && view.meta.end
                ? w.empty.text(formatPeriod(view.meta.start, lang), formatPeriod(view.meta.end, lang))
                : w.empty.none
            }
          >
            {view.meta.start && <Button onClick={() => setRange("all")}>{w.empty.showAll}</Button>}
          </EmptyState>
        )}
      </ChartCard>
      <Dialog open={help} onClose={() => setHelp(false)} title={w.help.title}>
        <dl className="grid grid-cols-[5rem_1fr] gap-y-2">
          {w.help.rows.map(([key, what]) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="rounded border border-line px-1.5 text-[.87rem]">{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3 text-[.87rem] text-ink3">{w.help.off}</p>
      </Dialog>
    </div>
  );
}
