import type { CockpitView, KpiCard } from "../../server/routers/views.ts";
import { drawnSpark } from "../charts/slots.ts";
import { formatChange, formatFigure } from "../format/formatFigure.ts";
import { formatGap } from "../format/formatGap.ts";
import { formatNumber } from "../format/formatNumber.ts";
import { formatPeriod } from "../format/formatPeriod.ts";
import { LightChip } from "../parts/LightChip.tsx";
import { SimulatedChip } from "../parts/SimulatedChip.tsx";
import { Spark } from "../parts/Spark.tsx";
import { Link } from "../route/Link.tsx";
import { cockpitWords } from "../words/cockpit.ts";
import { partsWords } from "../words/parts.ts";
import { type Lang, useLang, useWords } from "../words/useWords.ts";
import { definePanel } from "./definePanel.ts";
import { figureNote } from "./figureNote.ts";

/** Eight numbers with their lights, changes and short histories; each opens its indicator. */
export const mainIndicators = definePanel<CockpitView>({
  id: "main-indicators",
  title: { zh: "主要指标", en: "Main indicators" },
  question: { zh: "八项主要指标各是多少？", en: "How much are the eight main indicators?" },
  audience: ["leader", "analyst"],
  height: "18rem",
  frame: "bare",
  view: (_, lang) => ({ title: cockpitWords[lang].kpis.title }),
  Body,
});

function Body({ data }: { data: CockpitView }) {
  return (
    <ul className="grid grid-cols-2 gap-3 md:grid-cols-4 wall:grid-cols-8">
      {data.kpis.map((k) => (
        <li key={`${k.indicator}@${k.region}`} className="grid">
          <Kpi card={k} />
        </li>
      ))}
    </ul>
  );
}

function Kpi({ card }: { card: KpiCard }) {
  const p = useWords(partsWords);
  const lang = useLang();
  const signs = (
    <>
      {(card.light !== null || card.band !== null) && <LightChip light={card.light} />}
      {card.simulated && <SimulatedChip />}
    </>
  );
  const figure = card.value === null ? null : formatFigure(card.value, card.unit, card.decimals, lang);
  return (
    <Link
      to="/indicator/$id"
      params={{ id: card.indicator }}
      search={card.region === "CHN" ? {} : { region: card.region }}
      className="card flex flex-col p-3.5 hover:border-ink3"
      title={`${card.name[lang]} · ${figureNote(card, lang, p.published)}`}
    >
      <span className="flex flex-wrap items-start justify-between gap-x-2 gap-y-1">
        <span className="min-w-[4.6rem] flex-1">
          <span className="block text-[.95rem] leading-snug font-semibold">{card.short[lang]}</span>
          <span className="block text-[.78rem] text-ink3">{formatPeriod(card.period, lang)}</span>
        </span>
        <span className="flex shrink-0 flex-col items-end gap-1 wall:hidden">{signs}</span>
      </span>
      <span className="mt-1 flex flex-wrap items-end justify-between gap-x-3">
        {figure === null ? (
          <span className="text-[1.05rem] font-semibold text-ink3">{formatGap(card.reason, lang)}</span>
        ) : (
          <span className="num text-[1.9rem] leading-none font-bold tracking-tight">
            {figure.number}
            <span className="ml-0.5 text-[1rem] font-semibold text-ink3">{figure.unit}</span>
          </span>
        )}
        {/* Eight in a row: the name has the first line to itself, the light stands beside the figure. */}
        <span className="hidden shrink-0 flex-col items-end gap-1 wall:flex">{signs}</span>
        <span className="wall:mt-1.5 wall:basis-full">
          <Spark
            values={drawnSpark(card.spark)}
            width={128}
            height={38}
            light={card.light}
            band={card.band}
          />
        </span>
      </span>
      <span className="num mt-auto pt-1.5 text-[.8rem] text-ink3">{changeText(card, lang)}</span>
    </Link>
  );
}

/** Against the period before, in the unit of a difference; for a forecast its model and interval. */
export function changeText(card: KpiCard, lang: Lang): string {
  const w = cockpitWords[lang].kpis;
  if (card.forecast) {
    const bound = (v: number) => formatNumber(v, card.decimals);
    const interval = w.interval(bound(card.forecast.lower), bound(card.forecast.upper));
    return `${w.forecastBy(card.forecast.model)} · ${interval}`;
  }
  if (card.value === null || card.previous === null || card.previousPeriod === null) return "";
  const before = formatPeriod(card.previousPeriod, lang);
  const change = formatChange(card.value - card.previous, card.unit, card.decimals, lang, card.value);
  return /[1-9]/.test(change.number) ? w.vsBefore(change.text, before) : w.unchanged(before);
}
