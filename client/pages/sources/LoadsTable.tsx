import type { SourcesView } from "../../../server/routers/views.ts";
import { formatInstant } from "../../format/formatDate.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { Chip } from "../../parts/Chip.tsx";
import { Scroller } from "../../parts/Scroller.tsx";
import { SimulatedChip } from "../../parts/SimulatedChip.tsx";
import { sourcesWords } from "../../words/sources.ts";
import { useWords } from "../../words/useWords.ts";

/** Loads, newest first, each with the counts of its receipt. */
export function LoadsTable({ loads, onOpen }: { loads: SourcesView["loads"]; onOpen(id: number): void }) {
  const w = useWords(sourcesWords);
  const l = w.loads;
  const right = { textAlign: "right" as const };
  const counts = [l.read, l.accepted, l.unchanged, l.rejected, l.quarantined];
  return (
    <Scroller label={l.scroll}>
      <table className="table num">
        <caption className="sr-only">{l.scroll}</caption>
        <thead>
          <tr>
            <th scope="col">{l.document}</th>
            <th scope="col">{l.state}</th>
            {counts.map((c) => (
              <th key={c} scope="col" style={right} className="whitespace-nowrap">
                {c}
              </th>
            ))}
            <th scope="col" className="pl-3 whitespace-nowrap">
              {l.started}
            </th>
            <th scope="col">{l.by}</th>
          </tr>
        </thead>
        <tbody>
          {loads.map((load) => (
            <tr key={load.id}>
              <th scope="row" className="min-w-[13rem]">
                <button
                  type="button"
                  className="link min-h-6 cursor-pointer text-left font-medium"
                  aria-label={l.open(load.document)}
                  onClick={() => onOpen(load.id)}
                >
                  {load.document}
                </button>{" "}
                {load.simulated && <SimulatedChip />}
                <span className="block text-[.78rem] text-ink3">
                  #{load.id} · {load.connector}
                </span>
              </th>
              <td>
                <Chip
                  tone={load.state === "committed" ? "plain" : load.state === "loading" ? "accent" : "danger"}
                >
                  {l.states[load.state] ?? load.state}
                </Chip>
              </td>
              <td className="r">{formatNumber(load.read, 0)}</td>
              <td className="r">{formatNumber(load.accepted, 0)}</td>
              <td className="r text-ink2">{formatNumber(load.unchanged, 0)}</td>
              <Refused n={load.rejected} />
              <Refused n={load.quarantined} />
              <td className="pl-3 whitespace-nowrap text-ink2">{formatInstant(load.startedAt)}</td>
              <td className="text-ink2">{l.actors[load.startedBy] ?? load.startedBy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

function Refused({ n }: { n: number }) {
  return <td className={`r ${n > 0 ? "font-bold text-late" : "text-ink3"}`}>{formatNumber(n, 0)}</td>;
}
