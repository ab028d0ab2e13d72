import type { NowcastStep, NowcastView } from "../../../server/routers/views.ts";
import { formatDate } from "../../format/formatDate.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { changeSearch } from "../../route/useRoute.ts";
import { forecastWords } from "../../words/forecast.ts";
import { useLang, useWords } from "../../words/useWords.ts";

/** What rounds to nothing is told as that. Percentage points. */
const LEAST = 0.005;

/** Every day of release of the period, newest first, with its change and the part that made most of it. */
export function DayList({
  view,
  steps,
  chosen,
}: {
  view: NowcastView;
  steps: readonly NowcastStep[];
  chosen: NowcastStep;
}) {
  const n = useWords(forecastWords).news;
  const lang = useLang();
  const main = ({ parts, change }: NowcastStep): string => {
    const own = parts
      .filter((p) => p.impact * change > 0)
      .toSorted((a, b) => Math.abs(b.impact) - Math.abs(a.impact))[0];
    return own ? view.parts[own.part][lang] : "";
  };
  return (
    <div className="noprint mt-4">
      <h3 className="text-[.84rem] text-ink3">{n.days}</h3>
      <ul className="num mt-1 grid max-h-[11rem] grid-cols-1 gap-x-4 overflow-y-auto sm:grid-cols-2">
        {steps.toReversed().map((step) => (
          <li key={step.day}>
            <button
              type="button"
              aria-pressed={step === chosen}
              className="flex min-h-7 w-full items-center gap-2 rounded px-1 text-left text-[.84rem] text-ink2 hover:bg-sunken aria-pressed:bg-accentbg aria-pressed:font-semibold aria-pressed:text-accent"
              onClick={() => changeSearch({ day: step.day }, true)}
            >
              <span className="w-[4.6rem] shrink-0">{formatDate(step.day, lang, "short")}</span>
              <span>
                {Math.abs(step.change) < LEAST
                  ? n.dayStill
                  : n.dayText(formatNumber(step.change, 2, { sign: true }), main(step))}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
