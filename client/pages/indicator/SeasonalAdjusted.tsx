import { Download, SlidersHorizontal } from "lucide-react";
import { useMemo, useState } from "react";
import type { SeasonalView } from "../../../server/routers/views.ts";
import { ChartCard } from "../../charts/ChartCard.tsx";
import type { ChartContext } from "../../charts/drawing.ts";
import { layeredDrawing } from "../../charts/layeredDrawing.ts";
import { measureOf } from "../../charts/measure.ts";
import { formatDate } from "../../format/formatDate.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { Button } from "../../parts/Button.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { changeSearch, pageOf } from "../../route/useRoute.ts";
import { seasonalWords } from "../../words/seasonal.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { madeCsvAddress } from "./madeCsvAddress.ts";
import { SeasonalDetails } from "./SeasonalDetails.tsx";
import { SeasonalTrialDrawer } from "./SeasonalTrialDrawer.tsx";
import { DEFAULT_RANGE, SEASONAL_PARTS } from "./search.ts";
import { seasonalPart } from "./seasonalPart.ts";
import { windowOf } from "./windowOf.ts";

const route = pageOf("/indicator/$id");
const TONES = { good: "accent", doubtful: "late", bad: "danger" } as const;

/** The adjusted series with its parts: headline number, chart, quality, how it was made, what was revised, other settings. */
export function SeasonalAdjusted({
  view,
  adjustment,
  busy,
}: {
  view: SeasonalView;
  adjustment: NonNullable<SeasonalView["adjustment"]>;
  busy: boolean;
}) {
  const w = useWords(seasonalWords);
  const lang = useLang();
  const { part = "level", range = DEFAULT_RANGE, start, end } = route.useSearch();
  const [trying, setTrying] = useState(false);
  const { result, verdict, policy } = adjustment;
  const { from, to } = windowOf(result.periods, { range, start, end });
  const data = useMemo(
    () =>
      seasonalPart(
        result,
        part,
        { from, to },
        { unit: view.unit, decimals: view.decimals },
        {
          name: w.label(view.short[lang]),
          ...w.layers,
          ...(result.rebased ? { original: w.rebased.layer } : {}),
          change: w.change,
          part: w.parts[part],
        },
      ),
    [result, part, from, to, view, w, lang],
  );
  const draw = useMemo(() => (context: ChartContext) => layeredDrawing(data, context), [data]);
  const last = result.change.findLastIndex((v) => v !== null);
  const change = result.change[last] ?? null;
  const { unit } = measureOf(
    data.unit,
    data.decimals,
    data.layers.flatMap((l) => l.values),
    lang,
  );
  const moved = measureOf(view.unit, view.decimals, [change], lang);
  const subtitle = w.subtitle([
    w.partNotes[part],
    unit,
    part === "level" && result.rebased ? w.rebased.note : "",
    w.notPublished,
  ]);
  const source = [
    w.source(view.source[lang]),
    w.known(formatDate(result.day, lang)),
    w.notPublished,
    ...(view.simulated ? [w.simulated] : []),
  ].join(" · ");
  const title = adjustment.title.text[lang];
  return (
    <div aria-busy={busy}>
      <ChartCard
        id="seasonal"
        title={title}
        subtitle={subtitle}
        footer={source}
        method={w.identified(formatDate(result.identified.day, lang), result.identified.first)}
        draw={draw}
        label={w.label(view.name[lang])}
        height="20rem"
        passport={{ title, subtitle, source }}
        fileName={`${view.indicator}-seasonal-${view.asOf}`}
        controls={
          <>
            <div className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
              {change !== null && (
                <p className="num flex flex-wrap items-baseline gap-x-2 text-[.9rem] text-ink2">
                  <span>{w.figure}</span>
                  <b className="text-[1.3rem] leading-tight text-ink">
                    {result.mult
                      ? `${formatNumber(change, 1, { sign: true })}%`
                      : `${change > 0 ? "+" : ""}${moved.write(change)}`}
                  </b>
                  <span className="font-semibold text-ink">{formatPeriod(result.periods[last]!, lang)}</span>
                </p>
              )}
              <Chip tone={TONES[verdict.band]}>{w.verdict[verdict.band]}</Chip>
              <span className="text-[.86rem] text-ink2">{verdict.says[lang]}</span>
            </div>
            <div className="noprint mb-2 flex flex-wrap items-center gap-x-3 gap-y-1.5">
              <Segmented
                label={w.partsLabel}
                value={part}
                options={SEASONAL_PARTS.map((p) => ({ value: p, label: w.parts[p] }))}
                onChange={(to) => changeSearch({ part: to === "level" ? undefined : to }, true)}
              />
              <span className="flex flex-wrap gap-2 md:ml-auto">
                {policy && (
                  <Button onClick={() => setTrying(true)}>
                    <SlidersHorizontal size={14} aria-hidden="true" />
                    {w.tryOther}
                  </Button>
                )}
                <a className="btn" href={madeCsvAddress("seasonal", view, lang)} download>
                  <Download size={14} aria-hidden="true" />
                  {w.csv}
                </a>
              </span>
            </div>
          </>
        }
      >
        <SeasonalDetails adjustment={adjustment} unit={view.unit} decimals={view.decimals} />
      </ChartCard>
      {policy && trying && (
        <SeasonalTrialDrawer view={view} policy={policy} onClose={() => setTrying(false)} />
      )}
    </div>
  );
}
