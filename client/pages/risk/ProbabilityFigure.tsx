import type { RiskEvent } from "../../../server/routers/views.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { riskWords } from "../../words/risk.ts";
import { useLang, useWords } from "../../words/useWords.ts";

const STILL = 0.5;

/** How likely the event begins, with band, month and change; or why that is not told. */
export function ProbabilityFigure({ event }: { event: RiskEvent }) {
  const w = useWords(riskWords);
  const lang = useLang();
  const p = event.probability;
  if (p === null)
    return (
      <p className="text-[.9rem] text-ink2">
        {event.state.on === true
          ? w.events.onNow
          : event.withheld
            ? w.events.withheld
            : w.events.unknownProbability}
      </p>
    );
  const whole = (v: number): string => formatNumber(v, 0);
  return (
    <div className="num min-w-0">
      <p className="text-[.84rem] text-ink3">
        {w.events.probability(event.window)} · {formatPeriod(p.month, lang)}
      </p>
      <p className="flex flex-wrap items-baseline gap-x-2.5">
        <b className="text-[1.6rem] leading-tight">{whole(p.value)}%</b>
        {p.lower !== null && p.upper !== null && (
          <span className="text-[.86rem] text-ink2">{w.band(p.level, whole(p.lower), whole(p.upper))}</span>
        )}
      </p>
      {p.change !== null && (
        <p className="text-[.84rem] text-ink3">
          {Math.abs(p.change) < STILL ? w.unchanged : w.changed(formatNumber(p.change, 0, { sign: true }))}
        </p>
      )}
    </div>
  );
}
