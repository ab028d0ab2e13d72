import type { RiskEventView } from "../../../server/routers/views.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { Scroller } from "../../parts/Scroller.tsx";
import { partsWords } from "../../words/parts.ts";
import { riskWords } from "../../words/risk.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { ProvenChip } from "./ProvenChip.tsx";
import { recordCells } from "./recordCells.ts";

/** A model beats guessing above one half, if a signal that knows nothing does as well at most one time in ten. */
const CHANCE = 0.1;

/** Three models of one event and what they say joined: the probability now, and what it was worth. */
export function ModelTable({ view }: { view: RiskEventView }) {
  const w = useWords(riskWords);
  const p = useWords(partsWords);
  const lang = useLang();
  const m = w.measures;
  const heads = [w.event.now, m.auroc.name, m.brier.name, m.caught.name, m.lead.name, m.falseAlarms.name];
  return (
    <Scroller label={p.scrollable(w.event.models)}>
      <table className="table num">
        <caption className="sr-only">{w.event.models}</caption>
        <thead className="whitespace-nowrap">
          <tr>
            <th scope="col">{w.event.models}</th>
            {[...heads, m.permutation.name].map((name) => (
              <th key={name} scope="col" className="r pl-3">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row title={w.event.joined} now={view.joined} record={view.record} proven={view.proven} />
          {view.models.map((x) => (
            <Row
              key={x.id}
              title={x.title[lang]}
              note={w.event.basis[x.basis]}
              now={x.path}
              record={x}
              proven={(x.auroc ?? 0) > 0.5 && (x.permutationP ?? 1) <= CHANCE}
            />
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

interface RowProps {
  title: string;
  note?: string;
  now: RiskEventView["joined"];
  record: Parameters<typeof recordCells>[0] & { brier?: number | null };
  proven: boolean;
}

function Row({ title, note, now, record, proven }: RowProps) {
  const cells = recordCells(record);
  const value = now.value.at(-1) ?? null;
  const { brier = null } = record;
  return (
    <tr>
      <th scope="row" className="min-w-[9rem] !text-ink">
        {title} <ProvenChip proven={proven} />
        {note && <span className="block text-[.8rem] font-normal text-ink3">{note}</span>}
      </th>
      <td className="r font-bold">{value === null ? "—" : `${formatNumber(value, 0)}%`}</td>
      <td className="r whitespace-nowrap">
        {cells.auroc}
        <span className="block text-[.8rem] text-ink3">{cells.interval}</span>
      </td>
      <td className="r">{brier === null ? "—" : formatNumber(brier, 2)}</td>
      <td className="r whitespace-nowrap">{cells.caught}</td>
      <td className="r">{cells.lead}</td>
      <td className="r">{cells.falseAlarms}</td>
      <td className="r">{cells.chance}</td>
    </tr>
  );
}
