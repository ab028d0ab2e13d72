import { useMemo } from "react";
import type { RiskEventView } from "../../../server/routers/views.ts";
import { ChartCard } from "../../charts/ChartCard.tsx";
import type { ChartContext } from "../../charts/drawing.ts";
import { probabilityDrawing } from "../../charts/probabilityDrawing.ts";
import { formatDate } from "../../format/formatDate.ts";
import { riskWords } from "../../words/risk.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { monthsShown } from "./monthsShown.ts";
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
  const draw = useMemo(() => {
    const n = monthsShown(range, v.joined.value);
    const cut = <T,>(column: readonly T[]): T[] => (n === 0 ? [] : column.slice(-n));
    const words = riskWords[lang].event;
    const data = {
      name: v.title[lang],
      periods: cut(v.months),
      main: {
        name: words.joined,
        values: cut(v.joined.value),
        level: v.joined.level,
        lower: cut(v.joined.lower),
        upper: cut(v.joined.upper),
      },
      others: v.models.map((m) => ({ name: m.title[lang], values: cut(m.path.value) })),
      cutoff: { name: words.cutoff, values: cut(v.cutoffs) },
      marked: { name: words.period, yes: words.yes, months: cut(v.states), openEnd: words.ongoing },
    };
    // While the event is on no line reaches the right edge, where lines are named: then the key names them.
    const keysAlways = v.joined.value.at(-1) === null;
    return (context: ChartContext) => ({ ...probabilityDrawing(data, context), keysAlways });
  }, [v, range, lang]);
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
