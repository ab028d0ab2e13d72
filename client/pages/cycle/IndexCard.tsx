import { useMemo } from "react";
import type { CycleMonitor, CycleView } from "../../../server/routers/views.ts";

import { bandLineDrawing } from "../../charts/bandLineDrawing.ts";
import { ChartCard } from "../../charts/ChartCard.tsx";
import type { Draw } from "../../charts/drawing.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { indexLineOf } from "../../panels/indexLineOf.ts";
import { distanceText } from "../../panels/warningIndex.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { changeSearch } from "../../route/useRoute.ts";
import { cockpitWords } from "../../words/cockpit.ts";
import { cycleWords } from "../../words/cycle.ts";
import { useLang, useWords } from "../../words/useWords.ts";

export interface MonitorProps {
  view: CycleView;
  monitor: CycleMonitor;
  className: string;
}

/** The warning index over its five zones, and how far the next zones are. */
export function IndexCard({ view, monitor, className }: MonitorProps) {
  const w = useWords(cycleWords);
  const c = useWords(cockpitWords);
  const lang = useLang();
  const { index } = monitor;
  const title = monitor.indexTitle.text[lang];
  const subtitle = `${formatPeriod(index.period, lang)} · ${index.title[lang]}`;
  const source = `${c.index.source(index.arrived, index.of)} · ${c.version(view.dataVersion)}`;
  const draw = useMemo<Draw>(
    () => (context) => bandLineDrawing({ ...indexLineOf(index, lang), named: true }, context),
    [index, lang],
  );
  return (
    <ChartCard
      id="warning-index"
      className={className}
      title={title}
      subtitle={subtitle}
      footer={source}
      method={<p>{c.presetHints[index.preset]}</p>}
      draw={draw}
      label={w.index.bands}
      height="13rem"
      passport={{ title, subtitle, source }}
      fileName={`guanlan-${index.preset}-${view.asOf}`}
      controls={
        <div className="noprint mb-1">
          <Segmented
            label={w.index.preset}
            value={index.preset}
            options={(["nbs-10", "sic-10"] as const).map((value) => ({
              value,
              label: c.presets[value],
              hint: c.presetHints[value],
            }))}
            onChange={(p) => changeSearch({ lights: p === "nbs-10" ? undefined : p })}
          />
        </div>
      }
    >
      <p className="mt-1 text-[.87rem] text-ink2">{distanceText(index, lang)}</p>
    </ChartCard>
  );
}
