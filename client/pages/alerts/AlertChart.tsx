import { useCallback } from "react";
import type { AlertDetail } from "../../../server/routers/views.ts";
import { Chart } from "../../charts/Chart.tsx";
import type { Draw } from "../../charts/drawing.ts";
import { lineDrawing } from "../../charts/lineDrawing.ts";
import { alertsWords } from "../../words/alerts.ts";
import { useLang, useWords } from "../../words/useWords.ts";

/** The alert's series over its five zones. */
export function AlertChart({ alert, height }: { alert: AlertDetail; height: string }) {
  const w = useWords(alertsWords);
  const lang = useLang();
  const { chart, subjectName, unit, decimals } = alert;
  const draw = useCallback<Draw>(
    (context) =>
      lineDrawing(
        {
          name: subjectName[lang],
          unit,
          decimals,
          periods: chart.periods,
          values: chart.values,
          bounds: chart.bounds,
        },
        context,
      ),
    [chart, subjectName, unit, decimals, lang],
  );
  return <Chart draw={draw} label={w.chartLabel(subjectName[lang])} height={height} />;
}
