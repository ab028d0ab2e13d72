import { useMemo } from "react";
import type { RiskOverview } from "../../../server/routers/views.ts";
import { ChartCard } from "../../charts/ChartCard.tsx";
import type { ChartContext } from "../../charts/drawing.ts";
import { probabilityDrawing } from "../../charts/probabilityDrawing.ts";
import { formatDate } from "../../format/formatDate.ts";
import { riskWords } from "../../words/risk.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { monthsShown } from "./monthsShown.ts";
import { ProvenanceNote } from "./ProvenanceNote.tsx";
import { ProvenChip } from "./ProvenChip.tsx";
import type { RiskRange } from "./search.ts";

export interface CompositeProps {
  composite: NonNullable<RiskOverview["composite"]>;
  /** Months ahead that it speaks about. */
  window: number;
  range: RiskRange;
}

/** The composite with its band, the alarm line where the past gave one, and the months that were followed by an event. */
export function CompositeCard({ composite: c, window, range }: CompositeProps) {
  const w = useWords(riskWords);
  const lang = useLang();
  const draw = useMemo(() => {
    const n = monthsShown(range, c.path.value);
    const cut = <T,>(column: readonly T[]): T[] => (n === 0 ? [] : column.slice(-n));
    const words = riskWords[lang].composite;
    const line = cut(c.cutoffs);
    const data = {
      name: words.name,
      periods: cut(c.months),
      main: {
        name: words.name,
        values: cut(c.path.value),
        level: c.path.level,
        lower: cut(c.path.lower),
        upper: cut(c.path.upper),
      },
      others: [],
      cutoff: line.some((v) => v !== null) ? { name: words.cutoff, values: line } : null,
      marked: {
        name: words.followed,
        yes: riskWords[lang].event.yes,
        months: cut(c.outcomes),
        openEnd: null,
      },
    };
    return (context: ChartContext) => probabilityDrawing(data, context);
  }, [c, range, lang]);
  const title = c.title.text[lang];
  const subtitle = w.composite.subtitle(window);
  return (
    <ChartCard
      id="composite"
      title={title}
      subtitle={subtitle}
      method={w.composite.method}
      footer={<ProvenanceNote provenance={c.provenance} />}
      draw={draw}
      label={w.composite.label}
      height="17rem"
      passport={{ title, subtitle, source: w.asKnown(formatDate(c.provenance.day, lang)) }}
      fileName="risk-composite"
      controls={
        <p className="mb-2 flex flex-wrap items-baseline gap-x-2 gap-y-1 text-[.88rem] leading-relaxed text-ink2">
          <ProvenChip proven={c.proven} />
          <span className="min-w-0 flex-1 basis-[18rem]">
            {c.verdict[lang]}
            {c.proven && c.cutoff === null && w.composite.noCutoff}
          </span>
        </p>
      }
    />
  );
}
