import { formatNumber } from "../../format/formatNumber.ts";
import { Button } from "../../parts/Button.tsx";
import { runsWords } from "../../words/runs.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import type { runningNow } from "./runningNow.ts";
import { useCancel } from "./useCancel.ts";

/** What is under way, how far it has come, and a button to end it for those who may. */
export function RunningList({
  running,
  mayCancel,
}: {
  running: ReturnType<typeof runningNow>;
  mayCancel: boolean;
}) {
  const w = useWords(runsWords);
  const lang = useLang();
  const cancel = useCancel();
  const whole = (n: number): string => formatNumber(n, 0);
  return (
    <ul className="flex flex-col gap-2 text-[.89rem]">
      {running.map(({ run, title, done, total }) => (
        <li key={run} className="flex items-center gap-3">
          <div className="min-w-0 flex-1">
            <p className="flex items-baseline gap-2">
              <span className="min-w-0 flex-1">{title[lang]}</span>
              <span className="num shrink-0 text-[.82rem] text-ink3">
                {w.progress(whole(done), whole(total))}
              </span>
            </p>
            <progress
              className="h-1.5 w-full overflow-hidden rounded-full [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
              value={done}
              max={Math.max(1, total)}
              aria-label={title[lang]}
            />
          </div>
          {mayCancel && (
            <Button
              variant="quiet"
              aria-label={w.cancelOne(title[lang])}
              busy={cancel.isPending && cancel.variables.run === run}
              onClick={() => cancel.mutate({ run })}
            >
              {w.cancel}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
