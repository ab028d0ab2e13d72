import { useMemo } from "react";
import type { SeasonalTrialView } from "../../../server/routers/views.ts";
import { Chart } from "../../charts/Chart.tsx";
import type { ChartContext } from "../../charts/drawing.ts";
import { layeredDrawing } from "../../charts/layeredDrawing.ts";
import { formatFigure } from "../../format/formatFigure.ts";
import { seasonalWords } from "../../words/seasonal.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { QualityTable } from "./SeasonalDetails.tsx";

/** Ten years are enough to see where two adjustments part. */
const MONTHS = 120;

/** Two adjustments of one series beside each other, and the quality of the one tried. */
export function SeasonalTrialResult({ view }: { view: SeasonalTrialView }) {
  const w = useWords(seasonalWords);
  const lang = useLang();
  const { trial, unit, decimals } = view;
  const draw = useMemo(() => {
    const tail = <T,>(column: readonly T[]): T[] => column.slice(-MONTHS);
    const data = {
      name: w.trial.chart(view.short[lang]),
      unit,
      decimals,
      periods: tail(trial.base.periods),
      layers: [
        { name: w.trial.base, values: tail(trial.base.adjusted), role: "main" as const },
        { name: w.trial.other, values: tail(trial.other.adjusted), role: "second" as const },
      ],
    };
    return (context: ChartContext) => layeredDrawing(data, context);
  }, [trial, unit, decimals, view, w, lang]);
  const differenceUnit = trial.ratio ? "percent" : unit;
  return (
    <>
      <p className="font-semibold">{view.title.text[lang]}</p>
      <p className="num mb-2 text-[.86rem] text-ink2">
        {w.trial.rms(
          formatFigure(trial.rootMeanSquare, differenceUnit, trial.ratio ? 2 : decimals, lang).text,
        )}
      </p>
      <Chart draw={draw} label={w.trial.chart(view.name[lang])} height="16rem" />
      <h3 className="mt-3 text-[.92rem] font-semibold">{w.trial.changed}</h3>
      <QualityTable quality={view.quality.other} caption={w.trial.changed} />
    </>
  );
}
