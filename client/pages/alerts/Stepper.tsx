import type { AlertDetail } from "../../../server/routers/views.ts";
import { alertsWords } from "../../words/alerts.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { stepsOf } from "./stepsOf.ts";
import { when } from "./when.ts";

const BAR = { done: "var(--ink)", now: "var(--accent)", ahead: "var(--line)" };
const TEXT = { done: "text-ink2", now: "font-bold text-accent", ahead: "text-ink3" };

export function Stepper({ alert, nameOf }: { alert: AlertDetail; nameOf(actor: string): string }) {
  const w = useWords(alertsWords);
  const lang = useLang();
  return (
    <ol aria-label={w.flow} className="num mt-4 flex flex-wrap gap-y-2 text-[.84rem]">
      {stepsOf(alert).map((s) => (
        <li
          key={s.id}
          aria-current={s.state === "now" ? "step" : undefined}
          className="min-w-min flex-1 pr-2.5"
        >
          <div className="h-1.5 rounded-full" style={{ background: BAR[s.state] }} />
          <div className={`mt-1 ${TEXT[s.state]}`}>
            {s.state === "done" && <span aria-hidden="true">✓ </span>}
            {w.steps[s.id]}
          </div>
          {s.at !== null && s.actor !== null && (
            <div className="text-[.78rem] text-ink3">
              {when(s.at, lang)} {nameOf(s.actor)}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
