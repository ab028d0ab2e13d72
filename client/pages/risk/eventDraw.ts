import type { RiskEventView } from "../../../server/routers/views.ts";
import type { Draw } from "../../charts/drawing.ts";
import { probabilityDrawing } from "../../charts/probabilityDrawing.ts";
import { riskWords } from "../../words/risk.ts";
import type { Lang } from "../../words/useWords.ts";
import { monthsShown } from "./monthsShown.ts";
import type { RiskRange } from "./search.ts";

/** An event's probability by three models and joined, over the months in which it was on. */
export function eventDraw(v: RiskEventView, range: RiskRange, lang: Lang): Draw {
  const n = monthsShown(range, v.joined.value);
  const cut = <T>(column: readonly T[]): T[] => (n === 0 ? [] : column.slice(-n));
  const words = riskWords[lang].event;
  const data = {
    name: v.title[lang],
    periods: cut(v.months),
    main: {
      name: words.joined,
      values: cut(v.joined.value),
      level: v.joined.level,
      lower: cut(v.joined.lower),
      upper: cut(v.joined.upper),
    },
    others: v.models.map((m) => ({ name: m.title[lang], values: cut(m.path.value) })),
    cutoff: { name: words.cutoff, values: cut(v.cutoffs) },
    marked: { name: words.period, yes: words.yes, months: cut(v.states), openEnd: words.ongoing },
  };
  // While the event is on no line reaches the right edge, where lines are named: then the key names them.
  const keysAlways = v.joined.value.at(-1) === null;
  return (context) => ({ ...probabilityDrawing(data, context), keysAlways });
}
