import { STANDING_RULE } from "../../../models/evaluation/standing.ts";
import { LEAST_ORIGINS } from "../../../models/forecast/gate.ts";
import type { ForecastTable } from "../../../server/routers/views.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { Link } from "../../route/Link.tsx";
import { forecastWords } from "../../words/forecast.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { ADOPTION } from "./adoption.ts";

/** For modelers: which candidates have the record, and what to change so that one runs by itself. */
export function AdoptNote({ view }: { view: ForecastTable }) {
  const a = useWords(forecastWords).models.adopt;
  const lang = useLang();
  // The shortest distance decides.
  const candidates = (view.horizons[0]?.rows ?? []).filter((r) => !r.daily);
  const { scheduled, candidates: waiting, changelog } = ADOPTION;
  const told = candidates.map(({ model, modelTitle, record, against }) => {
    const p = against && against.ratio < 1 ? against.p : null;
    const times = against && a.times(formatNumber(against.ratio, 2), p === null ? null : formatNumber(p, 2));
    return { model, text: a.state(modelTitle[lang], record.standing.state === "good", times) };
  });
  const steps = [
    a.record(LEAST_ORIGINS.M, LEAST_ORIGINS.Q, formatNumber(STANDING_RULE.lose, 2)),
    a.edit(scheduled.list, scheduled.file, waiting.list, waiting.file),
    a.own,
    a.after(changelog),
  ];
  return (
    <details className="mt-2 max-w-[72rem] text-[.87rem] text-ink2">
      <summary className="min-h-7 cursor-pointer">{a.summary}</summary>
      {told.length === 0 ? (
        <p>
          {a.none}{" "}
          <Link to="/models" search={{ indicator: view.indicator }} className="link inline-block py-0.5">
            {a.open} →
          </Link>
        </p>
      ) : (
        <ul className="num">
          {told.map(({ model, text }) => (
            <li key={model}>{text}</li>
          ))}
        </ul>
      )}
      <ol className="mt-1 list-decimal space-y-1 pl-5 break-words">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </details>
  );
}
