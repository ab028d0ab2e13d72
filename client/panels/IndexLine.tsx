import { useCallback } from "react";
import type { WarningIndexView } from "../../server/routers/views.ts";
import { bandLineDrawing } from "../charts/bandLineDrawing.ts";
import { Chart } from "../charts/Chart.tsx";
import type { Draw } from "../charts/drawing.ts";
import { cockpitWords } from "../words/cockpit.ts";
import { useLang, useWords } from "../words/useWords.ts";
import { indexLineOf } from "./indexLineOf.ts";

/** The index over its five zones, month by month. */
export function IndexLine({ index, height }: { index: WarningIndexView; height: string }) {
  const w = useWords(cockpitWords);
  const lang = useLang();
  const draw = useCallback<Draw>(
    (context) => bandLineDrawing(indexLineOf(index, lang), context),
    [index, lang],
  );
  return <Chart draw={draw} label={w.index.chart} height={height} />;
}
