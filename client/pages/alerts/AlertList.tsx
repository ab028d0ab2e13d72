import type { AlertSummary } from "../../../server/routers/views.ts";
import { drawnSpark } from "../../charts/slots.ts";
import { formatDate } from "../../format/formatDate.ts";
import { AlertChip } from "../../panels/AlertChip.tsx";
import { alertLight } from "../../panels/alertTone.ts";
import { Button } from "../../parts/Button.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { SimulatedChip } from "../../parts/SimulatedChip.tsx";
import { Spark } from "../../parts/Spark.tsx";
import { Link } from "../../route/Link.tsx";
import { pageOf } from "../../route/useRoute.ts";
import { useSettings } from "../../theme/settings.ts";
import { alertsWords } from "../../words/alerts.ts";
import { alertTermsWords } from "../../words/alertTerms.ts";
import { useLang, useWords } from "../../words/useWords.ts";

const page = pageOf("/alerts");

export interface AlertListProps {
  items: readonly AlertSummary[];
  total: number;
  chosen: number | undefined;
  refreshing: boolean;
  /** Nothing was filtered: an empty list says that nothing waits. */
  whole: boolean;
  onMore?(): void;
}

export function AlertList({ items, total, chosen, refreshing, whole, onMore }: AlertListProps) {
  const w = useWords(alertsWords);
  const { shortcuts } = useSettings();
  return (
    <section
      aria-label={w.list}
      aria-busy={refreshing}
      className="card flex max-h-none flex-col overflow-hidden lg:max-h-[calc(100vh-8.5rem)]"
    >
      <p className="num flex flex-wrap gap-x-3 border-b border-line px-3 py-2 text-[.82rem] text-ink3">
        <span>{w.shown(items.length, total)}</span>
        <span>{w.sorted}</span>
        {shortcuts && <span className="ml-auto hidden lg:inline">{w.keys}</span>}
      </p>
      {items.length === 0 ? (
        <EmptyState title={whole ? w.quiet : w.none} text={whole ? w.quietText : w.noneText} />
      ) : (
        <ul className="min-h-0 flex-1 overflow-y-auto">
          {items.map((a) => (
            <Row key={a.id} alert={a} chosen={a.id === chosen} />
          ))}
        </ul>
      )}
      {items.length < total && onMore && (
        <div className="border-t border-line p-2 text-center">
          <Button onClick={onMore}>{w.more}</Button>
        </div>
      )}
    </section>
  );
}

function Row({ alert, chosen }: { alert: AlertSummary; chosen: boolean }) {
  const search = page.useSearch();
  const w = useWords(alertsWords);
  const t = useWords(alertTermsWords);
  const lang = useLang();
  const done = alert.state === "closed" || alert.state === "silenced";
  return (
    <li
      id={`alert-${alert.id}`}
      className={`border-b border-line last:border-0 ${chosen ? "bg-accentbg shadow-[inset_4px_0_var(--accent)]" : done ? "bg-sunken" : ""}`}
    >
      <Link
        to="/alerts"
        search={{ ...search, id: alert.id }}
        aria-current={chosen ? "true" : undefined}
        className="block px-3 py-2.5 -outline-offset-3"
      >
        <span className="flex items-start gap-2.5">
          <AlertChip alert={alert} />
          <b className="min-w-0 flex-1 text-[.95rem] leading-snug">
            {lang === "zh" ? alert.titleZh : alert.titleEn}
          </b>
          <span className="shrink-0">
            <Spark values={drawnSpark(alert.spark)} width={64} height={24} light={alertLight(alert)} />
          </span>
        </span>
        <span className="num mt-1.5 flex flex-wrap items-center gap-x-3 text-[.82rem] text-ink2">
          <span className={`font-semibold ${alert.state === "open" ? "text-danger" : ""}`}>
            {t.states[alert.state]}
          </span>
          <span>{t.severities[alert.severity]}</span>
          <span>{w.kinds[alert.kind] ?? alert.kind}</span>
          {alert.subject.region !== "CHN" && <span>{alert.regionName[lang]}</span>}
          <span>{alert.assignee ?? w.unassigned}</span>
          {alert.simulated && <SimulatedChip />}
          <span className="ml-auto">{formatDate(alert.openedAsOf, lang)}</span>
        </span>
      </Link>
    </li>
  );
}
