import type { Provenance } from "../../../server/routers/views.ts";
import { formatDate, formatInstant } from "../../format/formatDate.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { VintageTable } from "../../parts/VintageTable.tsx";
import { riskWords } from "../../words/risk.ts";
import { useLang, useWords } from "../../words/useWords.ts";

/** Where a result comes from: method, day, run, and which vintage of which figures; the list is folded away. */
export function ProvenanceNote({ provenance: p }: { provenance: Provenance }) {
  const w = useWords(riskWords).provenance;
  const lang = useLang();
  return (
    <details>
      <summary className="min-h-6 cursor-pointer">
        <span className="num">
          {w.line(p.version, formatDate(p.day, lang), formatNumber(p.run, 0), formatInstant(p.madeAt))}
        </span>
      </summary>
      <div className="mt-1 max-w-[44rem]">
        <VintageTable
          rows={p.vintages.map((v) => ({
            id: v.indicator,
            name: v.short[lang],
            vintage: v.vintage,
            figures: v.observations,
          }))}
        />
      </div>
      <p className="break-all">
        {w.inputs} <code>{p.inputs}</code>
      </p>
    </details>
  );
}
