import { lazy, Suspense } from "react";
import type { FanView, OutlookFan, OutlookView } from "../../server/routers/views.ts";
import { formatDate } from "../format/formatDate.ts";
import { formatNumber } from "../format/formatNumber.ts";
import { formatPeriod } from "../format/formatPeriod.ts";
import { formatUnit } from "../format/formatUnit.ts";
import { Skeleton } from "../parts/Skeleton.tsx";
import type { TableTwin } from "../parts/tableTwin.ts";
import { Link } from "../route/Link.tsx";
import { cockpitWords } from "../words/cockpit.ts";
import { partsWords } from "../words/parts.ts";
import { type Lang, useLang, useWords } from "../words/useWords.ts";
import { definePanel } from "./definePanel.ts";

const Fan = lazy(() => import("./FanChart.tsx").then((m) => ({ default: m.FanChart })));
const HEIGHT = "20rem";
/** A goal is named in a line of keys above the drawing. */
const BELOW_KEYS = "18.4rem";

/** The forecast with its intervals, signed by its model, beside how that model did before. */
export const growthFan = definePanel<OutlookView>({
  id: "fan",
  title: { zh: "增长预测", en: "Growth forecast" },
  question: { zh: "接下来怎么走？把握有多大？", en: "Where is it going, and how sure is that?" },
  audience: ["leader", "analyst", "modeler"],
  height: HEIGHT,
  frame: "card",
  view: ({ fan }, lang) => {
    const w = cockpitWords[lang].fan;
    const unit = formatUnit(fan.unit, lang);
    const levels = fan.forecast?.intervals.map((i) => i.level).toSorted((a, b) => a - b);
    return {
      title: fan.title.text[lang],
      subtitle: levels
        ? w.subtitle(fan.name[lang], unit, levels.join("/"))
        : w.noForecast(fan.name[lang], unit),
      footer: <FanFooter fan={fan} lang={lang} />,
      table: fanTable(fan, lang),
    };
  },
  Body,
});

function Body({ data: { fan } }: { data: OutlookView }) {
  const lang = useLang();
  const w = useWords(cockpitWords);
  return (
    <>
      {fan.why && (
        <p className="mb-2 rounded-lg bg-sunken px-3 py-2 text-[.9rem] text-ink2">{fan.why[lang]}</p>
      )}
      {fan.notice && (
        <p className="num mb-2 rounded-lg bg-latebg px-3 py-1.5 text-[.84rem] text-late">
          {fan.notice[lang]}
        </p>
      )}
      <div style={{ minHeight: HEIGHT }}>
        <Suspense fallback={<Skeleton height={HEIGHT} />}>
          <Fan fan={fan} height={fan.target ? BELOW_KEYS : HEIGHT} label={w.fan.chart} />
        </Suspense>
      </div>
    </>
  );
}

function FanFooter({ fan, lang }: { fan: OutlookFan; lang: Lang }) {
  const w = cockpitWords[lang].fan;
  const p = partsWords[lang];
  const { record } = fan;
  return (
    <p className="flex flex-wrap gap-x-2">
      <span>
        {p.source}: {fan.source[lang]}
        {fan.forecast && ` · ${w.made(formatDate(fan.forecast.madeAsOf, lang))}`}
      </span>
      {fan.forecast && record && (
        <span>
          {w.record(
            record.modelTitle[lang],
            record.origins,
            formatNumber(record.relativeToNaive, 2),
            formatNumber(record.coverage80, 0),
          )}
        </span>
      )}
      {fan.tracks?.map((track, i) => (
        <span key={track.daysBefore}>
          {w.track(
            formatPeriod(fan.forecast!.periods[i]!, lang),
            track.daysBefore,
            track.n,
            formatNumber(track.nowcast.rmse / track.against.naive.rmse, 2),
            formatNumber(track.coverage80, 0),
          )}
        </span>
      ))}
      <Link to="/indicator/$id" params={{ id: fan.indicator }} className="link ml-auto inline-block py-1">
        {fan.name[lang]} →
      </Link>
    </p>
  );
}

/** History and forecast as rows, newest first; the intervals of a forecast beside its mean. */
export function fanTable(fan: FanView, lang: Lang): TableTwin {
  const intervals = fan.forecast?.intervals ?? [];
  const n = (v: number | null | undefined) =>
    v === null || v === undefined ? "" : formatNumber(v, fan.decimals);
  const ahead = (fan.forecast?.periods ?? []).map((period, i) => [
    formatPeriod(period, lang),
    n(fan.forecast?.mean[i]),
    ...intervals.map((b) => `${n(b.lower[i])} – ${n(b.upper[i])}`),
  ]);
  const past = fan.history.periods.map((period, i) => [
    formatPeriod(period, lang),
    n(fan.history.values[i]),
    ...intervals.map(() => ""),
  ]);
  return {
    caption: fan.name[lang],
    columns: [
      { heading: cockpitWords[lang].index.month },
      { heading: `${fan.name[lang]} (${formatUnit(fan.unit, lang)})`, align: "right" },
      ...intervals.map((b) => ({ heading: `${b.level}%`, align: "right" as const })),
    ],
    rows: [...ahead.toReversed(), ...past.toReversed()],
  };
}
