import { useLayoutEffect, useRef } from "react";
import { civil } from "../../models/series/date.ts";
import { spanOf } from "../../models/series/period.ts";
import type { CockpitView, LightCell, LightRow } from "../../server/routers/views.ts";
import { formatDate } from "../format/formatDate.ts";
import { formatFigure } from "../format/formatFigure.ts";
import { formatGap } from "../format/formatGap.ts";
import { formatNumber } from "../format/formatNumber.ts";
import { formatPeriod } from "../format/formatPeriod.ts";
import { LightLegend } from "../parts/LightLegend.tsx";
import { Scroller } from "../parts/Scroller.tsx";
import { type SignalCell, SignalTable } from "../parts/SignalTable.tsx";
import { Link } from "../route/Link.tsx";
import { cockpitWords } from "../words/cockpit.ts";
import { partsWords } from "../words/parts.ts";
import { type Lang, useLang, useWords } from "../words/useWords.ts";
import { definePanel } from "./definePanel.ts";

const MONTHS = 13;

/** 信号灯: every member's light month by month. */
export const lightsTable = definePanel<CockpitView>({
  id: "lights",
  title: { zh: "信号灯", en: "Lights" },
  question: { zh: "哪些指标偏离正常？从何时起？", en: "What is out of the ordinary, and since when?" },
  audience: ["leader", "analyst"],
  height: "25rem",
  frame: "card",
  view: ({ lights, lightsTitle }, lang) => {
    const w = cockpitWords[lang].lights;
    return {
      title: lightsTitle.text[lang],
      subtitle: w.subtitle(lights.length),
      footer: <LightLegend carried={lights.some((r) => r.cells.slice(-MONTHS).some((c) => c.carried))} />,
      method: <BoundsList rows={lights} lang={lang} />,
      table: {
        caption: w.caption(lights.length),
        columns: [
          { heading: w.indicator },
          ...(lights[0]?.cells.slice(-MONTHS) ?? []).map((c) => ({
            heading: c.period,
            align: "right" as const,
          })),
        ],
        rows: lights.map((r) => [
          r.short[lang],
          ...r.cells.slice(-MONTHS).map((c) => (c.value === null ? "" : formatNumber(c.value, r.decimals))),
        ]),
      },
    };
  },
  Body,
});

function Body({ data: { lights } }: { data: CockpitView }) {
  const w = useWords(cockpitWords).lights;
  const p = useWords(partsWords);
  const lang = useLang();
  const scroller = useRef<HTMLElement>(null);
  // On a narrow screen the newest months are the ones to see first.
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollLeft = scroller.current.scrollWidth;
  }, []);
  const columns = (lights[0]?.cells.slice(-MONTHS) ?? []).map((c, i) => {
    const { year, month } = civil(spanOf(c.period).end);
    return {
      key: c.period,
      year: i === 0 || month === 1 ? w.year(String(year)) : null,
      month: w.month(month),
      full: String(year),
    };
  });
  return (
    <Scroller ref={scroller} label={p.scrollable(w.table)}>
      <SignalTable
        caption={w.caption(lights.length)}
        indicatorHeading={w.indicator}
        latestHeading={w.latest}
        columns={columns}
        rows={lights.map((r) => ({
          id: r.indicator,
          name: (
            <Link
              to="/indicator/$id"
              params={{ id: r.indicator }}
              className="inline-block max-w-[9.5rem] min-w-[24px] truncate align-middle leading-7 hover:underline wall:max-w-[7rem] wall:py-0.5 wall:leading-tight wall:whitespace-normal"
              title={r.substitutes?.[lang] ?? r.name[lang]}
            >
              {r.short[lang]}
              {r.substitutes && <sup aria-hidden="true">*</sup>}
            </Link>
          ),
          cells: r.cells.slice(-MONTHS).map((c) => cellOf(r, c, lang)),
          latest: r.latest.value === null ? "—" : formatFigure(r.latest.value, r.unit, r.decimals, lang).text,
        }))}
      />
    </Scroller>
  );
}

export function cellOf(row: LightRow, cell: LightCell, lang: Lang): SignalCell {
  const p = partsWords[lang];
  const value = cell.value === null ? null : formatNumber(cell.value, row.decimals);
  const figure =
    cell.value === null
      ? formatGap(cell.reason, lang)
      : formatFigure(cell.value, row.unit, row.decimals, lang).text;
  const light =
    cell.light === null ? p.noLight : p.lights[cell.light] + (cell.carried ? `（${p.carried}）` : "");
  return {
    light: cell.light,
    value: value ?? "—",
    carried: cell.carried,
    title: [formatPeriod(cell.period, lang), row.short[lang], figure, light].join(" · "),
  };
}

function BoundsList({ rows, lang }: { rows: readonly LightRow[]; lang: Lang }) {
  const w = cockpitWords[lang].lights;
  return (
    <>
      <p className="font-bold">{w.inForce}</p>
      <ul className="mt-1 flex flex-col gap-1.5">
        {rows.map((r) => (
          <li key={r.indicator}>
            <b>{r.short[lang]}</b>{" "}
            <span className="num">
              {w.bounds(r.bounds.map((b) => formatNumber(b, r.decimals)).join(" / "))}
            </span>
            <span className="block text-[.8rem] text-ink3">
              {w.boundsFrom(r.boundsMethod[lang], formatDate(r.boundsFrom, lang))}
              {r.substitutes && ` · ${r.substitutes[lang]}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
