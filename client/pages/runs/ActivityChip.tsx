import { LoaderCircle } from "lucide-react";
import { formatNumber } from "../../format/formatNumber.ts";
import { Popover } from "../../parts/Popover.tsx";
import { Link } from "../../route/Link.tsx";
import { runsWords } from "../../words/runs.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { RunningList } from "./RunningList.tsx";
import { useRunning } from "./useRunning.ts";

/** A quiet word in the header while something is computed: what, how far; behind it everything that runs. */
export function ActivityChip() {
  const w = useWords(runsWords);
  const lang = useLang();
  const { running, mayRead, mayCancel } = useRunning();
  const first = running[0];
  if (!first) return null;
  const whole = (n: number): string => formatNumber(n, 0);
  const label = w.activity(first.title[lang], whole(first.done), whole(first.total));
  return (
    <Popover
      label={label}
      width="min(22rem, calc(100vw - 9.5rem))"
      className="btn max-w-[16rem] text-[.82rem] text-ink2"
      button={
        <>
          <LoaderCircle size={15} aria-hidden="true" className="shrink-0 motion-safe:animate-spin" />
          <span className="hidden min-w-0 truncate xl:inline">{first.title[lang]}</span>
          {/* A label must hold the words that are seen, spaces too. */}{" "}
          <span className="num hidden shrink-0 xl:inline">
            {whole(first.done)}/{whole(first.total)}
          </span>
        </>
      }
    >
      {(close) => (
        <div className="flex flex-col gap-3">
          <h2 className="text-[.95rem] font-bold">{w.running}</h2>
          <RunningList running={running} mayCancel={mayCancel} />
          {mayRead && (
            <p>
              <Link to="/runs" onClick={close} className="link text-[.89rem]">
                {w.all}
              </Link>
            </p>
          )}
        </div>
      )}
    </Popover>
  );
}
