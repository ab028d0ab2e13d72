import { ChevronDown, ChevronRight } from "lucide-react";
import { useLayoutEffect, useRef } from "react";
import { civil } from "../../../models/series/date.ts";
import { spanOf } from "../../../models/series/period.ts";
import type { HeatCell, HeatDomain, HeatMember, RiskHeatView } from "../../../server/routers/views.ts";
import { formatFigure } from "../../format/formatFigure.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { formatPeriod, formatPeriodShort } from "../../format/formatPeriod.ts";
import { Card } from "../../parts/Card.tsx";
import { LightLegend } from "../../parts/LightLegend.tsx";
import { Scroller } from "../../parts/Scroller.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { type SignalCell, type SignalRow, SignalTable } from "../../parts/SignalTable.tsx";
import { Link } from "../../route/Link.tsx";
import { changeSearch } from "../../route/useRoute.ts";
import { changeSettings, type Settings, useSettings } from "../../theme/settings.ts";
import { partsWords } from "../../words/parts.ts";
import { riskWords } from "../../words/risk.ts";
import { type Lang, useLang, useWords } from "../../words/useWords.ts";
import { ProvenanceNote } from "./ProvenanceNote.tsx";

type HeatMap = NonNullable<RiskHeatView["map"]>;

const GLYPHS: readonly Settings["glyph"][] = ["character", "symbol", "number"];
const score = (v: number): string => formatNumber(v, 1, { sign: true });

/** Domains by month as lights; a domain opens to its members. */
export function HeatCard({ map, open }: { map: HeatMap; open: readonly string[] }) {
  const w = useWords(riskWords).heat;
  const p = useWords(partsWords);
  const lang = useLang();
  const { glyph } = useSettings();
  const scroller = useRef<HTMLElement>(null);
  // On a narrow screen the newest months are the ones to see first.
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollLeft = scroller.current.scrollWidth;
  }, []);
  const columns = map.months.map((period, i) => {
    const { year, month } = civil(spanOf(period).end);
    return {
      key: period,
      year: i === 0 || month === 1 ? w.year(String(year)) : null,
      month: w.month(month),
      full: String(year),
    };
  });
  const rows = map.domains.flatMap((d) => [
    domainRow(d, map, open, lang),
    ...(open.includes(d.id) ? d.members.map((m) => memberRow(d, m, map, lang)) : []),
  ]);
  return (
    <Card
      id="heat"
      title={map.title.text[lang]}
      subtitle={w.subtitle(map.domains.length)}
      method={w.method(map.bounds.map((b) => formatNumber(b, 2)).join(" / "))}
      fileName="risk-heat"
      table={{
        caption: w.caption(map.domains.length),
        columns: [{ heading: w.domain }, ...map.months.map((m) => ({ heading: m, align: "right" as const }))],
        rows: map.domains.flatMap((d) => [
          [d.title[lang], ...d.cells.map(written)],
          ...d.members.map((m) => [`${d.title[lang]} · ${m.short[lang]}`, ...m.cells.map(written)]),
        ]),
      }}
      footer={
        <div className="flex flex-col gap-1.5">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <LightLegend />
            <span className="noprint">
              <Segmented
                label={w.glyph}
                showLabel
                value={glyph}
                options={GLYPHS.map((g) => ({ value: g, label: w.glyphs[g] }))}
                onChange={(g) => changeSettings({ glyph: g })}
              />
            </span>
          </div>
          <ProvenanceNote provenance={map.provenance} />
        </div>
      }
    >
      <Scroller ref={scroller} label={p.scrollable(w.table)}>
        <SignalTable
          caption={w.caption(map.domains.length)}
          indicatorHeading={w.domain}
          latestHeading={w.latest}
          columns={columns}
          rows={rows}
        />
      </Scroller>
    </Card>
  );
}

const written = (c: HeatCell): string => (c.score === null ? "" : formatNumber(c.score, 2));

function domainRow(d: HeatDomain, map: HeatMap, open: readonly string[], lang: Lang): SignalRow {
  const w = riskWords[lang].heat;
  const shown = open.includes(d.id);
  const title = d.title[lang];
  const toggle = () => {
    const next = shown ? open.filter((x) => x !== d.id) : [...open, d.id];
    changeSearch({ open: next.length === 0 ? undefined : next }, true);
  };
  const Icon = shown ? ChevronDown : ChevronRight;
  return {
    id: d.id,
    name: (
      <button
        type="button"
        aria-expanded={shown}
        aria-label={shown ? w.close(title) : w.open(title)}
        onClick={toggle}
        className="flex min-h-7 items-center gap-1 font-semibold text-ink hover:underline"
      >
        <Icon size={14} aria-hidden="true" className="shrink-0 text-ink3" />
        <span className="text-left max-md:max-w-[6.5rem] max-md:min-w-[4.2em] max-md:leading-tight max-md:whitespace-normal">
          {title}
        </span>
      </button>
    ),
    cells: d.cells.map((c, i) => cellOf(title, map.months[i]!, c, lang)),
    latest: d.latest === null ? "—" : score(d.latest.score),
  };
}

function memberRow(d: HeatDomain, m: HeatMember, map: HeatMap, lang: Lang): SignalRow {
  const f = m.latest;
  return {
    id: `${d.id} ${m.indicator}`,
    name: (
      <Link
        to="/indicator/$id"
        params={{ id: m.indicator }}
        title={m.name[lang]}
        className="inline-block max-w-[8.8rem] min-w-6 truncate pl-[1.35rem] md:max-w-[15rem] align-middle leading-7 font-normal hover:underline"
      >
        {m.short[lang]}
      </Link>
    ),
    cells: m.cells.map((c, i) => cellOf(m.short[lang], map.months[i]!, c, lang)),
    latest:
      f.value === null ? (
        "—"
      ) : (
        <span className="inline-block leading-tight max-md:min-w-[5.5rem] max-md:whitespace-normal">
          {formatFigure(f.value, f.unit, f.decimals, lang).text}{" "}
          <span className="font-normal whitespace-nowrap text-ink3">{formatPeriodShort(f.period)}</span>
        </span>
      ),
  };
}

function cellOf(name: string, period: string, cell: HeatCell, lang: Lang): SignalCell {
  const w = riskWords[lang].heat;
  const said =
    cell.score === null || cell.light === null
      ? w.noScore
      : `${w.score(score(cell.score))} · ${partsWords[lang].lights[cell.light]}`;
  return {
    light: cell.light,
    value: cell.score === null ? "—" : score(cell.score),
    carried: false,
    title: [formatPeriod(period, lang), name, said].join(" · "),
  };
}
