import type { RiskEventView } from "../../../server/routers/views.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { useLang } from "../../words/useWords.ts";

export interface PointsListProps {
  caption: string;
  parts: RiskEventView["contributions"];
  total: { name: string; points: number };
}

/** Parts of a number as signed bars from a common middle, largest first, with their sum below. */
export function PointsList({ caption, parts, total }: PointsListProps) {
  const lang = useLang();
  const rows = parts
    .filter((p) => Math.abs(p.points) >= 0.05)
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const low = Math.min(0, ...rows.map((p) => p.points));
  const high = Math.max(0, ...rows.map((p) => p.points));
  const span = Math.max(high - low, 0.1);
  const at = (v: number): number => ((v - low) / span) * 100;
  return (
    <table className="table num">
      <caption className="sr-only">{caption}</caption>
      <tbody>
        {rows.map((p) => (
          <tr key={p.id}>
            <th scope="row" className="max-w-[9rem] !text-ink2">
              {p.name[lang]}
            </th>
            <td className="w-[45%]" aria-hidden="true">
              <span className="relative block h-[1.1rem]">
                <i
                  className={`absolute inset-y-0 rounded-sm ${p.points < 0 ? "bg-ink3" : "bg-ink"}`}
                  style={{
                    left: `${at(Math.min(0, p.points))}%`,
                    width: `${(Math.abs(p.points) / span) * 100}%`,
                  }}
                />
                <i className="absolute -inset-y-1 w-px bg-ink3" style={{ left: `${at(0)}%` }} />
              </span>
            </td>
            <td className="r font-bold">{formatNumber(p.points, 1, { sign: true })}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="!text-ink">
            {total.name}
          </th>
          <td />
          <td className="r font-bold">{formatNumber(total.points, 1)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
