import type { CycleView } from "../../../server/routers/views.ts";
import { formatInstant } from "../../format/formatDate.ts";
import { Card } from "../../parts/Card.tsx";
import { FactList } from "../../parts/FactList.tsx";
import { VintageTable } from "../../parts/VintageTable.tsx";
import { Link } from "../../route/Link.tsx";
import { cycleWords } from "../../words/cycle.ts";
import { useLang, useWords } from "../../words/useWords.ts";

/** 怎么算的: method, version, figures and run. */
export function ProvenanceCard({ view, className }: { view: CycleView; className: string }) {
  const w = useWords(cycleWords);
  const lang = useLang();
  const p = w.provenance;
  const { provenance } = view;
  const facts: readonly [string, string][] = [
    [p.method, `${w.methodNames[view.method]}${lang === "zh" ? "。" : ". "}${w.methodTexts[view.method]}`],
    [w.growthRate, w.growthRateWhy],
    [p.preset, view.presetName[lang]],
    [p.reference, view.reference[lang]],
    [p.dating, p.datingText],
    [p.clock, p.clockText],
    [p.analysis, `${provenance.analysis} ${provenance.subject} · ${provenance.version}`],
    [p.runLabel, p.run(provenance.run, formatInstant(provenance.madeAt))],
    [p.inputs, provenance.inputs.slice(0, 16)],
  ];
  return (
    <Card
      id="provenance"
      className={`scroll-mt-20 ${className}`}
      title={p.title}
      subtitle={p.subtitle}
      tools={false}
    >
      <FactList facts={facts} />
      <p className="mt-2 text-[.84rem] text-ink2">{p.research}</p>
      <details className="mt-2 text-[.88rem]">
        <summary className="min-h-7 cursor-pointer text-ink2">{p.vintages}</summary>
        <VintageTable
          rows={provenance.vintages.map((v) => ({
            id: v.indicator,
            name: (
              <Link
                to="/indicator/$id"
                params={{ id: v.indicator }}
                className="inline-block min-w-[24px] leading-7 text-ink hover:underline"
              >
                {v.short[lang]}
              </Link>
            ),
            vintage: v.vintage,
            figures: v.observations,
          }))}
        />
      </details>
    </Card>
  );
}
