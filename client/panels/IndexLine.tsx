import { useCallback } from "react";
import type { WarningIndexView } from "../../server/routers/views.ts";
import { bandLineDrawing } from "../charts/bandLineDrawing.ts";
import { Chart } from "../charts/Chart.tsx";
import type { Draw } from "../charts/drawing.ts";
import { cockpitWords } from "../words/cockpit.ts";
import { useLang, useWords } from "../words/useWords.ts";

/** The index over its five zones, month by month. */
export function IndexLine({ index, height }: { index: WarningIndexView; height: string }) {
  const w = useWords(cockpitWords);
  const lang = useLang();
  const draw = useCallback<Draw>(
    (context) =>
      bandLineDrawing(
        {
          name: index.title[lang],
          decimals: 1,
          periods: index.history.map((h) => h.period),
          values: index.history.map((h) => h.value),
          min: index.history.map((h) => h.min),
          max: index.history.map((h) => h.max),
          bounds: index.bounds,
          scale: roundScale(index.scale),
        },
        context,
      ),
    [index, lang],
  );
  return <Chart draw={draw} label={w.index.chart} height={height} />;
}

/** The scale opened to whole twenties (tens where it is short), so that the axis counts in round numbers. */
function roundScale([low, high]: readonly [number, number]): [number, number] {
  const step = high - low > 80 ? 20 : 10;
  return [Math.floor(low / step) * step, Math.ceil(high / step) * step];
}
