import { indicatorById } from "../indicators/registry.ts";
import type { IsoDate } from "../series/date.ts";
import { CANDIDATES } from "./china/candidates.ts";
import type { EventResult } from "./china/riskResult.ts";
import type { Evidence } from "./contract.ts";

/** A line for each candidate with a threshold: where it stands as known on `vintage`, how far off, and what it was worth by itself. */
export function candidateEvidence(
  told: Pick<EventResult, "id" | "candidates">,
  vintage: IsoDate | null,
): Evidence[] {
  return told.candidates.flatMap((c) => {
    const candidate = CANDIDATES[told.id]?.find((k) => k.indicator === c.indicator);
    const known = indicatorById(c.indicator);
    if (!candidate || !known || c.threshold === null) return [];
    const sign = c.tail === "upper" ? ">" : "<";
    const far = c.distanceInSd ?? 0;
    const deviations = Math.abs(far).toFixed(1);
    const worth = c.auroc === null ? "—" : c.auroc.toFixed(2);
    return [
      {
        condition: {
          zh: `${known.name.zh}（${candidate.measured.zh}）${sign} 警限；${far < 0 ? "已越过" : "还差"}${deviations}个标准差，单独的区分能力 ${worth}`,
          en: `${known.name.en} (${candidate.measured.en}) ${sign} threshold; ${deviations} standard deviations ${far < 0 ? "beyond" : "short of"} it, tells months apart at ${worth} by itself`,
        },
        value: c.value,
        threshold: c.threshold,
        unit: candidate.unit,
        met: c.signalling === true,
        period: c.period,
        from: { kind: "indicator", id: c.indicator, vintage },
      },
    ];
  });
}
