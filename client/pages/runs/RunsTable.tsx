import type { RunRow } from "../../../server/routers/views.ts";
import { formatInstant } from "../../format/formatDate.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { ownLines } from "../../format/ownLines.ts";
import { Chip } from "../../parts/Chip.tsx";
import { runsWords } from "../../words/runs.ts";
import { useLang, useWords } from "../../words/useWords.ts";

/** Runs, a row each; a failure under its own name with its sentence. Opens the details of one. */
export function RunsTable({
  runs,
  caption,
  onOpen,
}: {
  runs: readonly RunRow[];
  caption: string;
  onOpen(run: number): void;
}) {
  const w = useWords(runsWords);
  const lang = useLang();
  const c = w.columns;
  return (
    <section
      aria-label={w.table(caption)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="scroller"
    >
      <table className="table num">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {[c.id, c.started, c.kind, c.what, c.state, c.took, c.asOf, c.message].map((h) => (
              <th key={h} scope="col" className="pr-3 whitespace-nowrap">
                {h}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              <th scope="row">
                <button
                  type="button"
                  className="link"
                  aria-label={w.list.open(run.id)}
                  onClick={() => onOpen(run.id)}
                >
                  {run.id}
                </button>
              </th>
              <td className="pr-3 whitespace-nowrap">{formatInstant(run.startedAt)}</td>
              <td className="pr-3 whitespace-nowrap">{w.kinds[run.kind] ?? run.kind}</td>
              <td className="min-w-[11rem] pr-3">
                {[run.method, run.subject].flatMap((words) => (words ? [words[lang]] : [])).join(" · ") ||
                  "—"}
              </td>
              <td className="pr-3">
                <Chip tone={run.state === "failed" ? "danger" : run.state === "running" ? "accent" : "plain"}>
                  {w.states[run.state]}
                </Chip>
              </td>
              <td className="pr-3 whitespace-nowrap">
                {run.seconds === null ? "—" : w.seconds(formatNumber(run.seconds, 1))}
              </td>
              <td className="pr-3 whitespace-nowrap">{run.asOf}</td>
              <td className="min-w-[16rem] text-ink2">
                {run.message === null ? "" : ownLines(run.message, lang)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
