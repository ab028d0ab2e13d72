import type { ReadVintage } from "./endPoints.ts";
import type { FactorPanel } from "./factorPanel.ts";

/** Both vintages with the series of the old model, on the months of both. A series that the new model dropped is empty. */
export function alignPanel(
  old: ReadVintage,
  recent: ReadVintage,
): { before: FactorPanel; after: FactorPanel } {
  const start = Math.min(old.panel.start, recent.panel.start);
  const end = Math.max(old.panel.start + old.panel.months, recent.panel.start + recent.panel.months);
  const ids = old.fit.model.series.map((s) => s.id);
  const lay = ({ fit, panel }: ReadVintage): FactorPanel => {
    const from = ids.map((id) => fit.model.series.findIndex((s) => s.id === id));
    const width = fit.model.series.length;
    const cell = (source: Float64Array, nothing: number): Float64Array => {
      const out = new Float64Array((end - start) * ids.length).fill(nothing);
      for (let t = 0; t < panel.months; t++)
        from.forEach((column, i) => {
          if (column >= 0) out[(panel.start - start + t) * ids.length + i] = source[t * width + column]!;
        });
      return out;
    };
    return {
      start,
      months: end - start,
      values: cell(panel.values, Number.NaN),
      ...(panel.counts ? { counts: cell(panel.counts, 1) } : {}),
    };
  };
  return { before: lay(old), after: lay(recent) };
}
