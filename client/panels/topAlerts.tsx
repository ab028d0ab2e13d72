import { ChevronRight } from "lucide-react";
import type { AlertSummary, CockpitView } from "../../server/routers/views.ts";
import { drawnSpark } from "../charts/slots.ts";
import { formatDate } from "../format/formatDate.ts";
import { SimulatedChip } from "../parts/SimulatedChip.tsx";
import { Spark } from "../parts/Spark.tsx";
import { Link } from "../route/Link.tsx";
import { alertTermsWords } from "../words/alertTerms.ts";
import { cockpitWords } from "../words/cockpit.ts";
import { useLang, useWords } from "../words/useWords.ts";
import { AlertChip } from "./AlertChip.tsx";
import { alertLight } from "./alertTone.ts";
import { definePanel } from "./definePanel.ts";

/** The three alerts that most need somebody, with owner and state. */
export const topAlerts = definePanel<CockpitView>({
  id: "top-alerts",
  title: { zh: "需要关注的预警", en: "Alerts that need attention" },
  question: { zh: "哪几件事需要决定？", en: "What needs a decision?" },
  audience: ["leader", "analyst", "modeler"],
  height: "22rem",
  frame: "card",
  view: ({ alerts }, lang) => {
    const w = cockpitWords[lang].alerts;
    return {
      title: alerts.length === 0 ? w.none : w.title(alerts.length),
      subtitle: alerts.length === 0 ? w.noneText : w.subtitle,
    };
  },
  Body,
});

function Body({ data: { alerts, alertCounts } }: { data: CockpitView }) {
  const w = useWords(cockpitWords).alerts;
  return (
    <div className="flex h-full flex-col">
      <ol className="flex flex-1 flex-col justify-around">
        {alerts.map((a) => (
          <li key={a.id} className="border-t border-line first:border-0">
            <TopAlert alert={a} />
          </li>
        ))}
      </ol>
      <p className="num flex flex-wrap gap-x-4 gap-y-1 border-t border-line pt-2.5 text-[.86rem] text-ink2">
        {w.counts(alertCounts).map((text) => (
          <span key={text}>{text}</span>
        ))}
        <Link to="/alerts" className="link ml-auto inline-block py-0.5">
          {w.all} →
        </Link>
      </p>
    </div>
  );
}

function TopAlert({ alert }: { alert: AlertSummary }) {
  const w = useWords(cockpitWords).alerts;
  const t = useWords(alertTermsWords);
  const lang = useLang();
  const meta = [
    t.severities[alert.severity],
    alert.subjectName[lang],
    ...(alert.subject.region === "CHN" ? [] : [alert.regionName[lang]]),
    alert.assignee ?? w.unassigned,
    w.since(formatDate(alert.openedAsOf, lang)),
  ];
  return (
    <Link to="/alerts" search={{ id: alert.id }} className="group flex items-center gap-3 py-3.5 wall:py-2.5">
      <AlertChip alert={alert} />
      <span className="min-w-0 flex-1">
        <b className="text-[.98rem] leading-snug group-hover:underline">
          {lang === "zh" ? alert.titleZh : alert.titleEn}
        </b>
        <span className="mt-0.5 flex flex-wrap gap-x-3 text-[.82rem] text-ink3">
          <span className={`font-semibold ${alert.state === "open" ? "text-danger" : "text-ink2"}`}>
            {t.states[alert.state]}
          </span>
          {meta.map((m) => (
            <span key={m}>{m}</span>
          ))}
        </span>
      </span>
      {alert.simulated && <SimulatedChip />}
      <span className="hidden shrink-0 sm:block">
        <Spark values={drawnSpark(alert.spark)} width={92} height={36} light={alertLight(alert)} />
      </span>
      <ChevronRight size={16} aria-hidden="true" className="hidden shrink-0 text-ink3 sm:block" />
    </Link>
  );
}
