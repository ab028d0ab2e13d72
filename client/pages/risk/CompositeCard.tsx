import { useMemo } from "react";
import type { RiskOverview } from "../../../server/routers/views.ts";
import { ChartCard } from "../../charts/ChartCard.tsx";
import { formatDate } from "../../format/formatDate.ts";
import { riskWords } from "../../words/risk.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { compositeDraw } from "./compositeDraw.ts";
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
  const draw = useMemo(() => compositeDraw(c, range, lang), [c, range, lang]);
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
