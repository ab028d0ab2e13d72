import type { CycleView } from "../../../server/routers/views.ts";
import type { ShadedPhase } from "../../charts/phaseLinesDrawing.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { cycleWords } from "../../words/cycle.ts";
import { phasesOf } from "./phasesOf.ts";

/**
 * What is shaded behind lines that begin at month `from`: contractions of the coincident group, and the newest phase,
 * whichever it is, as unsettled with its odds in words. Positions count from `from`.
 */
export function shadedFrom(view: CycleView, from: number, lang: "zh" | "en"): ShadedPhase[] {
  const w = cycleWords[lang].composites;
  return phasesOf(view.months, view.groups.coincident.turns)
    .filter((p) => p.to > from && (p.kind === "contraction" || p.last))
    .map((p) => {
      const share = p.turn?.odds?.share ?? null;
      const odds = share === null ? null : w.stood(formatNumber(100 * share, 0));
      return {
        from: Math.max(0, p.from - from),
        to: p.to - from,
        name: p.open ? w.open(w[p.kind], p.last ? odds : null) : w[p.kind],
        ...(p.open ? { label: p.last ? w.openShort(odds) : "" } : {}),
        open: p.open,
      };
    });
}
