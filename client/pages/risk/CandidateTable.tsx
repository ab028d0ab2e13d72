import type { RiskCandidate } from "../../../server/routers/views.ts";
import { formatFigure } from "../../format/formatFigure.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { formatPeriodShort } from "../../format/formatPeriod.ts";
import { changeUnit } from "../../format/formatUnit.ts";
import { Scroller } from "../../parts/Scroller.tsx";
import { Link } from "../../route/Link.tsx";
import { partsWords } from "../../words/parts.ts";
import { riskWords } from "../../words/risk.ts";
import { type Lang, useLang, useWords } from "../../words/useWords.ts";
import { DistanceScale } from "./DistanceScale.tsx";
import { recordCells } from "./recordCells.ts";

/** Each leading signal: where it stands, how far from its threshold, and what it was worth before past events. */
export function CandidateTable({ candidates }: { candidates: readonly RiskCandidate[] }) {
  const w = useWords(riskWords);
  const p = useWords(partsWords);
  const lang = useLang();
  const { signal, current, threshold, distance } = w.event;
  const m = w.measures;
  const right = [
    m.auroc.name,
    m.noise.name,
    m.caught.name,
    m.lead.name,
    m.falseAlarms.name,
    m.permutation.name,
  ];
  const rows = candidates.toSorted(
    (a, b) => (a.distanceInSd ?? Number.POSITIVE_INFINITY) - (b.distanceInSd ?? Number.POSITIVE_INFINITY),
  );
  return (
    <Scroller label={p.scrollable(signal)}>
      <table className="table num">
        <caption className="sr-only">{signal}</caption>
        <thead className="whitespace-nowrap">
          <tr>
            <th scope="col">{signal}</th>
            <th scope="col" className="r">
              {current}
            </th>
            <th scope="col" className="r">
              {threshold}
            </th>
            <th scope="col" className="pl-4">
              {distance}
            </th>
            {right.map((name) => (
              <th key={name} scope="col" className="r pl-3">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((c) => (
            <Row key={c.indicator} c={c} lang={lang} />
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

function Row({ c, lang }: { c: RiskCandidate; lang: Lang }) {
  const w = riskWords[lang];
  const cells = recordCells(c);
  const figure = (v: number | null): string =>
    v === null ? "—" : formatFigure(v, c.unit, c.decimals, lang).text;
  const sd = c.distanceInSd;
  const text =
    sd === null
      ? w.event.noThreshold
      : sd > 0
        ? w.event.safe(formatNumber(sd, 1))
        : w.event.over(formatNumber(-sd, 1));
  const own =
    c.distance === null
      ? null
      : formatFigure(Math.abs(c.distance), changeUnit(c.unit), c.decimals, lang).text;
  return (
    <tr>
      <th scope="row" className="min-w-[11rem] !text-ink">
        <Link
          to="/indicator/$id"
          params={{ id: c.indicator }}
          title={c.name[lang]}
          className="link inline-block py-0.5"
        >
          {c.short[lang]}
        </Link>
        <span className="block max-w-[18rem] text-[.8rem] font-normal text-ink3">{c.measured[lang]}</span>
      </th>
      <td className="r whitespace-nowrap">
        <b>{figure(c.value)}</b>
        <span className="block text-[.8rem] text-ink3">{c.period && formatPeriodShort(c.period)}</span>
      </td>
      <td className="r whitespace-nowrap">
        {c.threshold !== null && `${c.tail === "upper" ? ">" : "<"} ${figure(c.threshold)}`}
        <span className="block text-[.8rem] text-ink3">
          {c.q === null ? w.event.noThreshold : w.event.share(formatNumber(100 * c.q, 0))}
        </span>
      </td>
      <td className="min-w-[12rem] pl-4">
        {sd !== null && <DistanceScale distance={sd} label={w.event.scaleLabel(c.short[lang], text)} />}
        <span className={`block text-[.8rem] ${c.signalling ? "font-semibold text-ink" : "text-ink3"}`}>
          {own === null ? text : w.event.withOwn(text, own)}
        </span>
      </td>
      <td className="r pl-3 whitespace-nowrap">
        {cells.auroc}
        <span className="block text-[.8rem] text-ink3">{cells.interval}</span>
      </td>
      <td className="r">{c.noiseToSignal === null ? "—" : formatNumber(c.noiseToSignal, 2)}</td>
      <td className="r whitespace-nowrap">{cells.caught}</td>
      <td className="r whitespace-nowrap">{cells.lead}</td>
      <td className="r whitespace-nowrap">{cells.falseAlarms}</td>
      <td className="r whitespace-nowrap">{cells.chance}</td>
    </tr>
  );
}
