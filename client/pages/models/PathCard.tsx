import { useMemo } from "react";
import type { ModelView } from "../../../server/routers/views.ts";
import { backtestDrawing } from "../../charts/backtestDrawing.ts";
import { ChartCard } from "../../charts/ChartCard.tsx";
import type { ChartContext } from "../../charts/drawing.ts";
import { measureOf } from "../../charts/measure.ts";
import { modelsWords } from "../../words/models.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { heldInside } from "./heldInside.ts";

/** What the model said at each origin against what came. */
export function PathCard({
  view,
  path,
  name,
}: {
  view: ModelView;
  path: NonNullable<ModelView["path"]>;
  name: string;
}) {
  const w = useWords(modelsWords);
  const lang = useLang();
  const draw = useMemo(() => {
    const data = { ...path, name, lower: path.lower80, upper: path.upper80, level: 80 };
    return (context: ChartContext) => backtestDrawing(data, context);
  }, [path, name]);
  const { inside, of } = heldInside(path.actual, path.lower80, path.upper80);
  const title = of === 0 ? w.path.title(name) : w.path.finding(name, inside, of);
  const subtitle = w.path.subtitle(measureOf(path.unit, path.decimals, path.actual, lang).unit);
  const source = `${view.model.title[lang]} ${view.model.version} · ${view.asOf}`;
  return (
    <ChartCard
      id="path"
      title={title}
      subtitle={subtitle}
      footer={source}
      draw={draw}
      label={w.path.label(name)}
      height="20rem"
      passport={{ title, subtitle, source }}
      fileName={`${view.model.id}-${path.indicator}-path`}
    />
  );
}
