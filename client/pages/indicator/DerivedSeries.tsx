import { Download } from "lucide-react";
import { useMemo } from "react";
import type { DerivedView } from "../../../server/routers/views.ts";
import { ChartCard } from "../../charts/ChartCard.tsx";
import { derivedDrawing } from "../../charts/derivedDrawing.ts";
import type { ChartContext } from "../../charts/drawing.ts";
import { measureOf } from "../../charts/measure.ts";
import { formatDate } from "../../format/formatDate.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { Segmented } from "../../parts/Segmented.tsx";
import { changeSearch, pageOf } from "../../route/useRoute.ts";
import { derivedWords } from "../../words/derived.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { madeCsvAddress } from "./madeCsvAddress.ts";
import { DEFAULT_RANGE } from "./search.ts";
import { windowOf } from "./windowOf.ts";

const route = pageOf("/indicator/$id");

/** The chart of single periods, each marked by how it was made, with the method and what is refused below. */
export function DerivedSeries({
  view,
  derived,
  busy,
}: {
  view: DerivedView;
  derived: NonNullable<DerivedView["derived"]>;
  busy: boolean;
}) {
  const w = useWords(derivedWords);
  const lang = useLang();
  const { single, range = DEFAULT_RANGE, start, end } = route.useSearch();
  const { result } = derived;
  const ofGrowth = single === "growth" && result.growth !== null;
  const columns = ofGrowth && result.growth ? result.growth : result.amounts;
  const decimals = ofGrowth ? 1 : derived.totalDecimals;
  const unitMonths = result.frequency === "Q" ? (3 as const) : (1 as const);
  const { from, to } = windowOf(result.periods, { range, start, end });
  const name = ofGrowth ? w.growth : w.heading[result.frequency];
  const data = useMemo(() => {
    const cut = <T,>(column: readonly T[]): T[] => column.slice(from, to);
    const said = columns.how.map((how, i) => {
      if (how === null) return w.gaps[columns.reasons[i] ?? "no-total"];
      return columns.months[i]! > unitMonths ? w.covers(columns.months[i]!) : w.ways[how];
    });
    return {
      name,
      unit: columns.unit,
      decimals,
      periods: cut(result.periods),
      values: cut(columns.values),
      lower: cut(columns.lower),
      upper: cut(columns.upper),
      how: cut(columns.how),
      months: cut(columns.months),
      period: unitMonths,
      rate: ofGrowth,
      said: cut(said),
      words: { how: w.how, range: w.range, published: w.ways.published, parted: w.ways.parted },
    };
  }, [columns, result, decimals, from, to, name, w, unitMonths, ofGrowth]);
  const draw = useMemo(() => (context: ChartContext) => derivedDrawing(data, context), [data]);
  const { unit } = measureOf(data.unit, decimals, data.values, lang);
  const title = (ofGrowth ? derived.growthTitle : derived.title)?.text[lang] ?? name;
  const made = data.how.includes("published") ? w.mixed : w.notPublished;
  const subtitle = w.subtitle([name, unit, made]);
  const source = [
    w.source(view.source[lang]),
    w.known(formatDate(result.day, lang)),
    made,
    ...(view.simulated ? [w.simulated] : []),
  ].join(" · ");
  return (
    <div aria-busy={busy}>
      <ChartCard
        id="derived"
        title={title}
        subtitle={subtitle}
        footer={source}
        draw={draw}
        label={w.label(derived.total[lang])}
        height="17rem"
        passport={{ title, subtitle, source }}
        fileName={`${result.indicator}-derived-${view.asOf}`}
        controls={
          <div className="noprint mb-2 flex flex-wrap items-center gap-x-3 gap-y-1.5">
            {result.growth && (
              <Segmented
                label={w.show}
                value={ofGrowth ? "growth" : "amounts"}
                options={(["amounts", "growth"] as const).map((v) => ({ value: v, label: w.shows[v] }))}
                onChange={(v) => changeSearch({ single: v === "growth" ? v : undefined }, true)}
              />
            )}
            <a className="btn md:ml-auto" href={madeCsvAddress("derived", view, lang)} download>
              <Download size={14} aria-hidden="true" />
              {w.csv}
            </a>
          </div>
        }
      >
        <p className="mt-2 text-[.82rem] text-ink3">{w.legend}</p>
        <Method derived={derived} />
      </ChartCard>
    </div>
  );
}

function Method({ derived }: { derived: NonNullable<DerivedView["derived"]> }) {
  const w = useWords(derivedWords);
  const lang = useLang();
  const { method, refused, restated } = derived.result;
  const last = restated.at(-1);
  const percent = (v: number): string => `${formatNumber(v, 1)}%`;
  return (
    <details className="mt-2 text-[.86rem]">
      <summary className="min-h-7 cursor-pointer text-[.92rem] font-semibold">{w.method}</summary>
      <ul className="mt-1 list-disc pl-5 leading-relaxed text-ink2">
        {method.map((m) => (
          <li key={m.en}>{m[lang]}</li>
        ))}
      </ul>
      {refused.length > 0 && (
        <>
          <h3 className="mt-2 font-semibold">{w.refused}</h3>
          <ul className="mt-1 list-disc pl-5 leading-relaxed text-ink2">
            {refused.map((r) => (
              <li key={r.what.en}>
                <b>{r.what[lang]}</b>　{r.why[lang]}
              </li>
            ))}
          </ul>
        </>
      )}
      {last && (
        <>
          <h3 className="mt-2 font-semibold">{w.restated}</h3>
          <p className="num mt-1 text-ink2">
            {w.restatedLead(
              restated.length,
              formatPeriod(last.period, lang, "year-to-date"),
              percent(last.published),
              percent(last.byLevels),
            )}
          </p>
        </>
      )}
    </details>
  );
}
