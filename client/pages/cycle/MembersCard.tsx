import type { CycleMemberView, CycleView } from "../../../server/routers/views.ts";
import { formatDate } from "../../format/formatDate.ts";
import { formatFigure } from "../../format/formatFigure.ts";
import { formatGap } from "../../format/formatGap.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { Card } from "../../parts/Card.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { Scroller } from "../../parts/Scroller.tsx";
import { Link } from "../../route/Link.tsx";
import { cycleWords } from "../../words/cycle.ts";
import { partsWords } from "../../words/parts.ts";
import { type Lang, useLang, useWords } from "../../words/useWords.ts";
import { agenciesOf } from "./agenciesOf.ts";
import { GROUPS, type Group } from "./search.ts";

interface Row {
  group: Group;
  member: CycleMemberView;
  cells: {
    latest: string;
    weight: string;
    lag: string;
    correlation: string;
    information: string;
    turns: string;
  };
}

/** Who is in the composites: newest figure, share of the movement, and whether it leads or lags as its group says. */
export function MembersCard({ view, className }: { view: CycleView; className: string }) {
  const w = useWords(cycleWords);
  const p = useWords(partsWords);
  const lang = useLang();
  const m = w.members;
  const rows = GROUPS.flatMap((group) =>
    view.groups[group].members.map((member) => rowOf(group, member, lang)),
  );
  const odd = rows.filter((r) => r.member.agrees === false);
  const numeric = [m.latest, m.weight, m.lag, m.correlation, m.information, m.turns];
  return (
    <Card
      id="members"
      className={className}
      title={view.titles.members.text[lang]}
      subtitle={m.subtitle}
      footer={w.sources(agenciesOf(view, lang), formatDate(view.provenance.day, lang), view.dataVersion)}
      method={<p>{m.weightHint}</p>}
      fileName={`guanlan-cycle-members-${view.asOf}`}
      table={{
        caption: m.caption,
        columns: [
          { heading: m.group },
          { heading: m.member },
          ...numeric.map((heading) => ({ heading, align: "right" as const })),
          { heading: m.verdict },
        ],
        rows: rows.map(({ group, member, cells }) => [
          w.groups[group],
          member.name[lang],
          ...Object.values(cells),
          verdictOf(member, lang),
        ]),
      }}
    >
      <Scroller label={p.scrollable(m.table)}>
        <table className="table num">
          <caption className="sr-only">{m.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{m.member}</th>
              <th scope="col">{m.group}</th>
              {numeric.map((h) => (
                <th key={h} scope="col" className="r !pl-3 whitespace-nowrap">
                  {h}
                </th>
              ))}
              <th scope="col" className="!pl-4 whitespace-nowrap">
                {m.verdict}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ group, member, cells }) => (
              <tr key={member.indicator}>
                <th scope="row" className="whitespace-nowrap">
                  <Link
                    to="/indicator/$id"
                    params={{ id: member.indicator }}
                    title={member.name[lang]}
                    className="inline-block min-w-[24px] leading-7 text-ink hover:underline"
                  >
                    {member.short[lang]}
                  </Link>
                  {member.standsFor && (
                    <span className="block text-[.78rem] font-normal">
                      {m.standsFor(member.standsFor[lang])}
                    </span>
                  )}
                </th>
                <td className="whitespace-nowrap">{w.groups[group]}</td>
                {Object.entries(cells).map(([key, text]) => (
                  <td key={key} className="r !pl-3 whitespace-nowrap">
                    {text}
                  </td>
                ))}
                <td className="!pl-4 whitespace-nowrap">
                  <Chip tone={member.agrees === false ? "late" : "plain"}>{verdictOf(member, lang)}</Chip>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      {odd.map(({ group, member }) => (
        <p key={member.indicator} className="mt-2 text-[.87rem] text-ink2">
          {m.odd(member.short[lang], w.groups[group], member.screening.correlation?.lag ?? 0)}
        </p>
      ))}
    </Card>
  );
}

function rowOf(group: Group, member: CycleMemberView, lang: Lang): Row {
  const m = cycleWords[lang].members;
  const { latest, screening } = member;
  const months = (lag: number | undefined): string =>
    lag === undefined ? "—" : m.months(formatNumber(lag, 0, { sign: true }));
  return {
    group,
    member,
    cells: {
      latest:
        latest.value === null
          ? formatGap(latest.reason, lang)
          : m.figure(
              formatFigure(latest.value, latest.unit, latest.decimals, lang).text,
              formatPeriod(latest.period, lang),
            ),
      weight: `${formatNumber(100 * member.weight, 0)}%`,
      lag: months(screening.correlation?.lag),
      correlation: screening.correlation ? formatNumber(screening.correlation.value, 2) : "—",
      information: months(screening.information?.lag),
      turns: `${screening.matched}/${screening.missed}/${screening.extra}`,
    },
  };
}

function verdictOf({ agrees, place }: CycleMemberView, lang: Lang): string {
  const w = cycleWords[lang];
  if (agrees === null || place === null) return w.members.noScreening;
  return agrees ? w.members.agrees : w.members.differs(w.groups[place]);
}
