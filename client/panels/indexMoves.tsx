import type { CockpitView } from "../../server/routers/views.ts";
import { formatNumber } from "../format/formatNumber.ts";
import { EffectBar } from "../parts/EffectBar.tsx";
import { LightChip } from "../parts/LightChip.tsx";
import { Link } from "../route/Link.tsx";
import { cockpitWords } from "../words/cockpit.ts";
import { partsWords } from "../words/parts.ts";
import { useLang, useWords } from "../words/useWords.ts";
import { definePanel } from "./definePanel.ts";

/** Which members changed their light this month, and by how many points that moved the index. */
export const indexMoves = definePanel<CockpitView>({
  id: "index-moves",
  title: { zh: "指数变动来自哪里", en: "What moved the index" },
  question: { zh: "是什么推动了指数？", en: "What moved the index?" },
  audience: ["leader", "analyst"],
  height: "22rem",
  frame: "card",
  view: ({ index }, lang) => {
    const w = cockpitWords[lang].moves;
    const moved = index.contributions.filter((c) => changed(c.change)).length;
    return {
      title: moved > 0 ? w.titleMoved(moved) : w.titleStill,
      subtitle: w.subtitle,
      table: {
        caption: w.subtitle,
        columns: [
          { heading: w.member },
          { heading: w.light },
          { heading: w.points, align: "right" },
          { heading: w.change, align: "right" },
        ],
        rows: index.contributions.map((c) => [
          c.short[lang],
          partsWords[lang].lights[c.light],
          formatNumber(c.points, 2),
          c.change === null ? "" : formatNumber(c.change, 2, { sign: true }),
        ]),
      },
    };
  },
  Body,
});

const changed = (change: number | null): boolean => change !== null && Math.abs(change) >= 0.005;

function Body({ data: { index } }: { data: CockpitView }) {
  const w = useWords(cockpitWords).moves;
  const lang = useLang();
  const widest = Math.max(...index.contributions.map((c) => Math.abs(c.change ?? 0)), 0.01);
  const rows = index.contributions.toSorted((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
  return (
    <table className="table num">
      <caption className="sr-only">{w.subtitle}</caption>
      <thead>
        <tr>
          <th scope="col">{w.member}</th>
          <th scope="col">{w.light}</th>
          <th scope="col" className="w-[42%]">
            {w.change}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((c) => (
          <tr key={c.indicator}>
            <th scope="row">
              <Link
                to="/indicator/$id"
                params={{ id: c.indicator }}
                className="inline-block min-w-[24px] leading-7 text-ink hover:underline"
              >
                {c.short[lang]}
              </Link>
            </th>
            <td>
              <LightChip light={c.light} />
            </td>
            <td>
              {changed(c.change) ? (
                <EffectBar value={c.change ?? 0} widest={widest} />
              ) : (
                <span className="text-ink3">{w.none}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
