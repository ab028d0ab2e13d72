import type { ReactNode } from "react";
import type { OutlookView } from "../../server/routers/views.ts";
import { formatNumber } from "../format/formatNumber.ts";
import { formatPeriod } from "../format/formatPeriod.ts";
import { Link } from "../route/Link.tsx";
import { outlookWords } from "../words/outlook.ts";
import { useLang, useWords } from "../words/useWords.ts";
import { definePanel } from "./definePanel.ts";

/** The phase of the cycle with its odds, the risks with their probability, the goal of the year with its chance. */
export const ahead = definePanel<OutlookView>({
  id: "ahead",
  title: { zh: "往后看", en: "What comes next" },
  question: { zh: "处在哪个阶段？还会出什么事？", en: "Which phase is it, and what else may happen?" },
  audience: ["leader", "analyst", "modeler"],
  height: "6rem",
  frame: "card",
  view: (data, lang) => {
    const w = outlookWords[lang].ahead;
    return { title: data.phase?.headline.text[lang] ?? w.title, subtitle: w.subtitle };
  },
  Body,
});

function Body({ data }: { data: OutlookView }) {
  return (
    <dl className="grid h-full gap-x-8 lg:grid-cols-3 wall:grid-cols-1">
      <Phase phase={data.phase} />
      <Risk risk={data.risk} />
      <Goal nowcast={data.nowcast} />
    </dl>
  );
}

function Phase({ phase }: Pick<OutlookView, "phase">) {
  const w = useWords(outlookWords).ahead;
  const lang = useLang();
  const link = (
    <Link to="/cycle" className="link">
      {w.toCycle} →
    </Link>
  );
  if (!phase)
    return (
      <Row term={w.phase} link={link}>
        {w.noPhase}
      </Row>
    );
  const { turn } = phase;
  const odds = turn?.odds;
  return (
    <Row term={w.phase} link={link} value={w.phases[`${phase.phase}`]} note={formatPeriod(phase.month, lang)}>
      {turn && w.since(formatPeriod(turn.month, lang), turn.provisional)}
      {odds && odds.share !== null && (
        <span className="text-ink3"> · {w.odds(formatNumber(100 * odds.share, 0), odds.n)}</span>
      )}
    </Row>
  );
}

function Risk({ risk }: Pick<OutlookView, "risk">) {
  const w = useWords(outlookWords).ahead;
  const lang = useLang();
  const link = (
    <Link to="/risk" className="link">
      {w.toRisk} →
    </Link>
  );
  if (!risk)
    return (
      <Row term={w.risk} link={link}>
        {w.noRisk}
      </Row>
    );
  const on = risk.events.filter((e) => risk.on.includes(e.id)).map((e) => e.title[lang]);
  const { latest } = risk;
  const whole = (v: number | null) => (v === null ? "" : formatNumber(v, 0));
  return (
    <Row
      term={w.risk}
      link={link}
      value={on.length > 0 ? w.on(on.join(lang === "zh" ? "、" : ", ")) : w.calm}
      {...(latest && { note: formatPeriod(latest.month, lang) })}
    >
      {latest
        ? w.probability(risk.window, whole(latest.value), whole(latest.lower), whole(latest.upper))
        : risk.verdict?.[lang]}
    </Row>
  );
}

function Goal({ nowcast }: Pick<OutlookView, "nowcast">) {
  const w = useWords(outlookWords).ahead;
  const lang = useLang();
  const link = (
    <Link to="/forecast" className="link">
      {w.toForecast} →
    </Link>
  );
  const chance = nowcast.told?.chances.find((c) => c.kind === "goal");
  if (!nowcast.told || !chance)
    return (
      <Row term={w.goal} link={link}>
        {nowcast.told ? w.goalUnset : (nowcast.why?.[lang] ?? w.noGoal)}
      </Row>
    );
  return (
    <Row
      term={w.goal}
      link={link}
      value={`${formatNumber(chance.probability, 0)}%`}
      note={formatPeriod(nowcast.told.period, lang)}
    >
      {chance.label[lang]}
    </Row>
  );
}

/** One thing that comes: what it is, the word or number for it, and the sentence behind. */
function Row({
  term,
  value,
  note,
  link,
  children,
}: {
  term: string;
  value?: string;
  note?: string;
  link: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="border-t border-line py-3 first:border-0 first:pt-0 lg:border-t-0 lg:border-l lg:py-0 lg:pl-6 lg:first:pl-0 wall:border-t wall:border-l-0 wall:py-3 wall:pl-0 wall:first:pt-0">
      <dt className="flex items-baseline gap-2 text-[.86rem] text-ink3">
        {term}
        {note && <span className="num text-[.8rem]">{note}</span>}
        <span className="ml-auto">{link}</span>
      </dt>
      {value !== undefined && <dd className="mt-0.5 text-[1.2rem] leading-snug font-bold">{value}</dd>}
      <dd className="mt-0.5 text-[.92rem] text-ink2">{children}</dd>
    </div>
  );
}
