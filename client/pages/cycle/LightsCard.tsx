import { useLayoutEffect, useRef } from "react";
import { civil } from "../../../models/series/date.ts";
import { spanOf } from "../../../models/series/period.ts";
import { formatFigure } from "../../format/formatFigure.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { cellOf } from "../../panels/lightsTable.tsx";
import { Card } from "../../parts/Card.tsx";
import { LightLegend } from "../../parts/LightLegend.tsx";
import { Scroller } from "../../parts/Scroller.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { SignalTable } from "../../parts/SignalTable.tsx";
import { Spark } from "../../parts/Spark.tsx";
import { Link } from "../../route/Link.tsx";
import { changeSettings, useSettings } from "../../theme/settings.ts";
import { cockpitWords } from "../../words/cockpit.ts";
import { cycleWords } from "../../words/cycle.ts";
import { partsWords } from "../../words/parts.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import type { MonitorProps } from "./IndexCard.tsx";

/** 24 months of every light, with five years of the figure behind it. */
export function LightsCard({ view, monitor, className }: MonitorProps) {
  const w = useWords(cycleWords).lights;
  const c = useWords(cockpitWords);
  const p = useWords(partsWords);
  const lang = useLang();
  const { glyph } = useSettings();
  const scroller = useRef<HTMLElement>(null);
  // On a narrow screen the newest months are the ones to see first.
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollLeft = scroller.current.scrollWidth;
  }, []);
  const { lights } = monitor;
  const months = lights[0]?.cells ?? [];
  const columns = months.map((cell, i) => {
    const { year, month } = civil(spanOf(cell.period).end);
    return {
      key: cell.period,
      year: i === 0 || month === 1 ? c.lights.year(String(year)) : null,
      month: c.lights.month(month),
      full: String(year),
    };
  });
  return (
    <Card
      id="lights"
      className={className}
      title={monitor.lightsTitle.text[lang]}
      subtitle={w.subtitle(lights.length)}
      fileName={`guanlan-lights-${monitor.index.preset}-${view.asOf}`}
      footer={
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <LightLegend carried={lights.some((r) => r.cells.some((cell) => cell.carried))} />
          <span className="noprint">
            <Segmented
              label={w.show}
              showLabel
              value={glyph}
              options={(["character", "symbol", "number"] as const).map((value) => ({
                value,
                label: w.shows[value],
              }))}
              onChange={(g) => changeSettings({ glyph: g })}
            />
          </span>
        </div>
      }
      table={{
        caption: w.caption(lights.length),
        columns: [
          { heading: c.lights.indicator },
          ...months.map((cell) => ({ heading: cell.period, align: "right" as const })),
        ],
        rows: lights.map((r) => [
          r.short[lang],
          ...r.cells.map((cell) => (cell.value === null ? "" : formatNumber(cell.value, r.decimals))),
        ]),
      }}
    >
      <Scroller ref={scroller} label={p.scrollable(c.lights.table)}>
        <SignalTable
          caption={w.caption(lights.length)}
          indicatorHeading={c.lights.indicator}
          latestHeading={c.lights.latest}
          trendHeading={w.trend}
          columns={columns}
          rows={lights.map((r) => ({
            id: r.indicator,
            name: (
              <Link
                to="/indicator/$id"
                params={{ id: r.indicator }}
                className="inline-block max-w-[9.5rem] min-w-[24px] truncate align-middle leading-7 hover:underline"
                title={r.substitutes?.[lang] ?? r.name[lang]}
              >
                {r.short[lang]}
                {r.substitutes && <sup aria-hidden="true">*</sup>}
              </Link>
            ),
            cells: r.cells.map((cell) => cellOf(r, cell, lang)),
            latest:
              r.latest.value === null ? "—" : formatFigure(r.latest.value, r.unit, r.decimals, lang).text,
            trend: (
              <Spark
                values={r.trend}
                width={110}
                height={26}
                light={r.cells.at(-1)?.light ?? null}
                band={[r.bounds[1], r.bounds[2]]}
              />
            ),
          }))}
        />
      </Scroller>
    </Card>
  );
}
