import { useMemo } from "react";
import type { RiskEventView } from "../../../server/routers/views.ts";
import { ChartCard } from "../../charts/ChartCard.tsx";
import { formatDate } from "../../format/formatDate.ts";
import { riskWords } from "../../words/risk.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { eventDraw } from "./eventDraw.ts";
import { ProvenanceNote } from "./ProvenanceNote.tsx";
import type { RiskRange } from "./search.ts";

/** The event's probability by three models and joined, over the months in which it was on. */
export function EventChart({
  view: v,
  range,
  className,
}: {
  view: RiskEventView;
  range: RiskRange;
  className?: string;
}) {
  const w = useWords(riskWords);
  const lang = useLang();
  const draw = useMemo(() => eventDraw(v, range, lang), [v, range, lang]);
  const subtitle = w.event.chartSubtitle(v.window);
  const title = w.event.chartTitle;
  return (
    <ChartCard
      id="probability"
      title={title}
      subtitle={subtitle}
      footer={<ProvenanceNote provenance={v.provenance} />}
      draw={draw}
      label={w.event.chartLabel(v.title[lang])}
      height="20rem"
      passport={{
        title: v.headline.text[lang],
        subtitle,
        source: w.asKnown(formatDate(v.provenance.day, lang)),
      }}
      fileName={`risk-${v.id}`}
      {...(className ? { className } : {})}
    />
  );
}
