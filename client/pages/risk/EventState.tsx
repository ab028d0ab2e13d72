import type { RiskEvent } from "../../../server/routers/views.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { Chip } from "../../parts/Chip.tsx";
import { riskWords } from "../../words/risk.ts";
import { useLang, useWords } from "../../words/useWords.ts";

/** Is the event on, and since when. */
export function EventState({ state }: { state: RiskEvent["state"] }) {
  const w = useWords(riskWords).events;
  const lang = useLang();
  if (state.on === null || state.month === null || state.since === null) return <Chip>{w.unknown}</Chip>;
  return (
    <>
      <Chip tone={state.on ? "danger" : "plain"}>{state.on ? w.on : w.off}</Chip>
      <span className="num text-[.84rem] text-ink3">
        {state.on
          ? w.since(formatPeriod(state.since, lang), state.months)
          : w.notSince(formatPeriod(state.month, lang))}
      </span>
    </>
  );
}
