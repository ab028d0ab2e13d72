import { formatNumber } from "../../format/formatNumber.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { Card } from "../../parts/Card.tsx";
import { LightChip } from "../../parts/LightChip.tsx";
import { Link } from "../../route/Link.tsx";
import { cockpitWords } from "../../words/cockpit.ts";
import { cycleWords } from "../../words/cycle.ts";
import { partsWords } from "../../words/parts.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import type { MonitorProps } from "./IndexCard.tsx";

/** Points of the warning index by member, and what changed against the month before; both add up. */
export function IndexMovesCard({ view, monitor, className }: MonitorProps) {
  const w = useWords(cycleWords).moves;
  const c = useWords(cockpitWords);
  const p = useWords(partsWords);
  const lang = useLang();
  const { index } = monitor;
  const rows = index.contributions.toSorted(
    (a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0) || b.points - a.points,
  );
  const most = Math.max(...rows.map((r) => r.points));
  const change = (v: number | null): string => (v === null ? "—" : formatNumber(v, 2, { sign: true }));
  const total = index.previous === null ? null : index.value - index.previous;
  const moved = rows.filter((r) => Math.abs(r.change ?? 0) >= 0.005).length;
  const headings = [w.member, w.light, w.points, w.change];
  return (
    <Card
      id="index-moves"
      className={className}
      title={moved > 0 ? c.moves.titleMoved(moved) : c.moves.titleStill}
      subtitle={w.subtitle(formatPeriod(index.period, lang))}
      footer={`${w.totalNote} · ${c.version(view.dataVersion)}`}
      fileName={`guanlan-${index.preset}-members-${view.asOf}`}
      table={{
        caption: w.caption,
        columns: headings.map((heading, i) => ({ heading, align: i < 2 ? "left" : "right" })),
        rows: rows.map((r) => [
          r.short[lang],
          p.lights[r.light],
          formatNumber(r.points, 2),
          change(r.change),
        ]),
      }}
    >
      <table className="table num">
        <caption className="sr-only">{w.caption}</caption>
        <thead>
          <tr>
            {headings.map((h, i) => (
              <th key={h} scope="col" className={i < 2 ? "" : "r"}>
                {h}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r.indicator}>
              <th scope="row">
                <Link
                  to="/indicator/$id"
                  params={{ id: r.indicator }}
                  className="inline-block min-w-[24px] leading-7 text-ink hover:underline"
                >
                  {r.short[lang]}
                </Link>
              </th>
              <td>
                <LightChip light={r.light} />
              </td>
              <td className="r sm:w-[34%]">
                <span className="flex items-center justify-end gap-2">
                  <i
                    aria-hidden="true"
                    className="h-2.5 rounded-sm bg-ink3 max-sm:hidden"
                    style={{ width: `${(60 * r.points) / most}%` }}
                  />
                  <span className="w-[3.2rem]">{formatNumber(r.points, 2)}</span>
                </span>
              </td>
              <td className="r">{change(r.change)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" className="!font-bold !text-ink">
              {w.total}
            </th>
            <td>
              <LightChip light={index.light} />
            </td>
            <td className="r font-bold">{formatNumber(index.value, 2)}</td>
            <td className="r font-bold">{change(total)}</td>
          </tr>
        </tbody>
      </table>
    </Card>
  );
}
