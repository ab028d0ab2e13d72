import { useMemo } from "react";
import { ChartCard } from "../../charts/ChartCard.tsx";
import { contributionDrawing } from "../../charts/contributionDrawing.ts";
import type { ChartContext } from "../../charts/drawing.ts";
import { formatDate } from "../../format/formatDate.ts";
import { riskWords } from "../../words/risk.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import type { CompositeProps } from "./CompositeCard.tsx";
import { monthsShown } from "./monthsShown.ts";

/** The composite taken apart by event: bars of points that add up to it, month by month. */
export function PartsCard({ composite: c, range }: Omit<CompositeProps, "window">) {
  const w = useWords(riskWords);
  const lang = useLang();
  const draw = useMemo(() => {
    const n = monthsShown(range, c.path.value);
    const cut = <T,>(column: readonly T[]): T[] => (n === 0 ? [] : column.slice(-n));
    const words = riskWords[lang].composite;
    const data = {
      name: words.partsName,
      unit: "percentage-point",
      decimals: 0,
      periods: cut(c.months),
      parts: c.contributions.map((p) => ({ name: p.title[lang], values: cut(p.points) })),
      total: { name: words.name, values: cut(c.path.value) },
    };
    // A part that is not counted now has no last bar to be named at: then the key names them all.
    const keysAlways = c.contributions.some((p) => p.points.at(-1) === null);
    return (context: ChartContext) => ({ ...contributionDrawing(data, context), keysAlways });
  }, [c, range, lang]);
  const title = c.partsTitle.text[lang];
  const subtitle = w.composite.partsSubtitle;
  return (
    <ChartCard
      id="parts"
      title={title}
      subtitle={subtitle}
      method={w.composite.method}
      footer={w.asKnown(formatDate(c.provenance.day, lang))}
      draw={draw}
      label={w.composite.partsLabel}
      height="19.5rem"
      passport={{ title, subtitle, source: w.asKnown(formatDate(c.provenance.day, lang)) }}
      fileName="risk-parts"
    />
  );
}
