import type { ErrorRecord } from "../../../server/routers/views.ts";
import { Chip } from "../../parts/Chip.tsx";
import { modelsWords } from "../../words/models.ts";
import { useLang, useWords } from "../../words/useWords.ts";

const MARK = { good: "✓", demoted: "↓", "lost-to-naive": "✕", "too-few-origins": "…" } as const;

/** Whether a record may be shown to a leader: only what beats naive on data as known then and has not lost its edge. */
export function GateChip({ record: { standing, standingWords } }: { record: ErrorRecord }) {
  const w = useWords(modelsWords);
  const lang = useLang();
  const { state, since } = standing;
  return (
    <>
      <Chip
        tone={state === "good" ? "accent" : state === "too-few-origins" ? "plain" : "late"}
        title={standingWords[lang]}
      >
        <span aria-hidden="true">{MARK[state]}</span>
        {w.errors.states[state]}
      </Chip>
      {state === "demoted" && since !== null && (
        <span className="ml-1.5 text-[.8rem] whitespace-nowrap text-ink2">{w.errors.since(since)}</span>
      )}
    </>
  );
}
