import type { RiskOverview } from "../../../server/routers/views.ts";
import type { Draw } from "../../charts/drawing.ts";
import { probabilityDrawing } from "../../charts/probabilityDrawing.ts";
import { riskWords } from "../../words/risk.ts";
import type { Lang } from "../../words/useWords.ts";
import { monthsShown } from "./monthsShown.ts";
import type { RiskRange } from "./search.ts";

/** The composite with its band, the alarm line where it held, over the months that were followed by an event. */
export function compositeDraw(c: NonNullable<RiskOverview["composite"]>, range: RiskRange, lang: Lang): Draw {
  const n = monthsShown(range, c.path.value);
  const cut = <T>(column: readonly T[]): T[] => (n === 0 ? [] : column.slice(-n));
  const words = riskWords[lang].composite;
  const line = cut(c.cutoffs);
  const data = {
    name: words.name,
    periods: cut(c.months),
    main: {
      name: words.name,
      values: cut(c.path.value),
      level: c.path.level,
      lower: cut(c.path.lower),
      upper: cut(c.path.upper),
    },
    others: [],
    cutoff: line.some((v) => v !== null) ? { name: words.cutoff, values: line } : null,
    marked: {
      name: words.followed,
      yes: riskWords[lang].event.yes,
      months: cut(c.outcomes),
      openEnd: null,
    },
  };
  return (context) => probabilityDrawing(data, context);
}
