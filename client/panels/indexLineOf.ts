import type { WarningIndexView } from "../../server/routers/views.ts";
import type { BandLineData } from "../charts/bandLineDrawing.ts";

/** The warning index as the data of its chart. The scale opens to whole twenties (tens where it is short), so that the axis counts in round numbers. */
export function indexLineOf(index: WarningIndexView, lang: "zh" | "en"): BandLineData {
  const [low, high] = index.scale;
  const step = high - low > 80 ? 20 : 10;
  return {
    name: index.title[lang],
    decimals: 1,
    periods: index.history.map((h) => h.period),
    values: index.history.map((h) => h.value),
    min: index.history.map((h) => h.min),
    max: index.history.map((h) => h.max),
    bounds: index.bounds,
    scale: [Math.floor(low / step) * step, Math.ceil(high / step) * step],
  };
}
