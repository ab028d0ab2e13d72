import { useCallback } from "react";
import type { FanView } from "../../server/routers/views.ts";
import { Chart } from "../charts/Chart.tsx";
import type { Draw } from "../charts/drawing.ts";
import { fanDrawing } from "../charts/fanDrawing.ts";
import { useLang } from "../words/useWords.ts";

export function FanChart({ fan, height, label }: { fan: FanView; height: string; label: string }) {
  const lang = useLang();
  const draw = useCallback<Draw>(
    (context) =>
      fanDrawing(
        {
          name: fan.name[lang],
          unit: fan.unit,
          decimals: fan.decimals,
          history: fan.history,
          forecast: fan.forecast,
          target: fan.target && { value: fan.target.value, label: fan.target.label[lang] },
        },
        context,
      ),
    [fan, lang],
  );
  return <Chart draw={draw} label={label} height={height} />;
}
