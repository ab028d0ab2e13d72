import type { RunRecord } from "../../../server/routers/views.ts";
import { formatInstant } from "../../format/formatDate.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { ownLines } from "../../format/ownLines.ts";
import { Chip } from "../../parts/Chip.tsx";
import { Scroller } from "../../parts/Scroller.tsx";
import { modelsWords } from "../../words/models.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import type { TargetOf } from "./useTargets.ts";

/** Each run with what it needs to be repeated: data day, seed, versions of data and code; failures under their own name. */
export function RunsTable({ runs, target }: { runs: readonly RunRecord[]; target: TargetOf }) {
  const w = useWords(modelsWords);
  const lang = useLang();
  const r = w.runs;
  const took = (run: RunRecord): string =>
    run.finishedAt === null
      ? "—"
      : r.seconds(formatNumber((Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000, 1));
  return (
    <Scroller label={r.scroll} className="max-h-[26rem] overflow-y-auto">
      <table className="table num">
        <caption className="sr-only">{r.scroll}</caption>
        <thead className="sticky top-0 z-[1] bg-surface">
          <tr>
            {[
              r.id,
              r.started,
              r.kind,
              r.target,
              r.state,
              r.duration,
              r.asOf,
              r.seed,
              r.data,
              r.code,
              r.message,
            ].map((h) => (
              <th key={h} scope="col" className="pr-3 whitespace-nowrap">
                {h}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              <th scope="row">{run.id}</th>
              <td className="whitespace-nowrap">{formatInstant(run.startedAt)}</td>
              <td className="whitespace-nowrap">{r.kinds[run.kind] ?? run.kind}</td>
              <td>{run.indicator === null ? "—" : target(run.indicator).name}</td>
              <td>
                <Chip tone={run.state === "failed" ? "danger" : run.state === "running" ? "accent" : "plain"}>
                  {r.states[run.state]}
                </Chip>
              </td>
              <td className="whitespace-nowrap">{took(run)}</td>
              <td className="whitespace-nowrap">{run.asOf}</td>
              <td>{run.seed}</td>
              <td>{run.dataVersion}</td>
              <td className="whitespace-nowrap">{run.codeVersion}</td>
              <td className="min-w-[16rem] text-ink2">
                {run.message === null ? "" : ownLines(run.message, lang)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
