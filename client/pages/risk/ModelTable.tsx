import type { RiskEventView } from "../../../server/routers/views.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { Chip } from "../../parts/Chip.tsx";
import { partsWords } from "../../words/parts.ts";
import { riskWords } from "../../words/risk.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { recordCells } from "./recordCells.ts";

/** A model beats guessing above one half, if a signal that knows nothing does as well at most one time in ten. */
const CHANCE = 0.1;

/** Three models of one event: what each says now and what it was worth. */
export function ModelTable({ models }: { models: RiskEventView["models"] }) {
  const w = useWords(riskWords);
  const p = useWords(partsWords);
  const lang = useLang();
  const m = w.measures;
  const heads = [w.event.now, m.auroc.name, m.brier.name, m.caught.name, m.lead.name, m.falseAlarms.name];
  return (
    <section
      aria-label={p.scrollable(w.event.models)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="scroller"
    >
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
          {models.map((x) => {
            const cells = recordCells(x);
            const now = x.path.value.at(-1) ?? null;
            const better = (x.auroc ?? 0) > 0.5 && (x.permutationP ?? 1) <= CHANCE;
            return (
              <tr key={x.id}>
                <th scope="row" className="min-w-[9rem] !text-ink">
                  {x.title[lang]}{" "}
                  {better ? (
                    <Chip tone="accent" title={w.provenWhy}>
                      {w.proven}
                    </Chip>
                  ) : (
                    <Chip tone="late" title={w.researchWhy}>
                      {w.research}
                    </Chip>
                  )}
                  <span className="block text-[.8rem] font-normal text-ink3">{w.event.basis[x.basis]}</span>
                </th>
                <td className="r font-bold">{now === null ? "—" : `${formatNumber(now, 0)}%`}</td>
                <td className="r">{cells.auroc}</td>
                <td className="r">{x.brier === null ? "—" : formatNumber(x.brier, 2)}</td>
                <td className="r whitespace-nowrap">{cells.caught}</td>
                <td className="r">{cells.lead}</td>
                <td className="r">{cells.falseAlarms}</td>
                <td className="r">{cells.chance}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
