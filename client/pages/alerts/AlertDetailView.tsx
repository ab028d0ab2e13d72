import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { lazy, Suspense } from "react";
import type { AlertDetail, Passport } from "../../../server/routers/views.ts";
import { codeOf } from "../../api/errors.ts";
import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import { useAsOf } from "../../api/useAsOf.ts";
import { formatDate } from "../../format/formatDate.ts";
import { formatFigure } from "../../format/formatFigure.ts";
import { formatGap } from "../../format/formatGap.ts";
import { AlertChip } from "../../panels/AlertChip.tsx";
import { figureNote } from "../../panels/figureNote.ts";
import { Button } from "../../parts/Button.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { SimulatedChip } from "../../parts/SimulatedChip.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { Link } from "../../route/Link.tsx";
import { alertsWords } from "../../words/alerts.ts";
import { alertTermsWords } from "../../words/alertTerms.ts";
import { partsWords } from "../../words/parts.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { AlertLog } from "./AlertLog.tsx";
import { AlertToolbar } from "./AlertToolbar.tsx";
import { EvidenceTable } from "./EvidenceTable.tsx";
import { PrecedentTable } from "./PrecedentTable.tsx";
import { Stepper } from "./Stepper.tsx";
import type { AlertActions } from "./useAlertActions.ts";
import { usePeople } from "./usePeople.ts";

const AlertChart = lazy(() => import("./AlertChart.tsx").then((m) => ({ default: m.AlertChart })));
const AlertModel = lazy(() => import("./AlertModel.tsx").then((m) => ({ default: m.AlertModel })));
const CHART_HEIGHT = "17rem";

export interface AlertDetailViewProps {
  id: number;
  actions: AlertActions;
  onBack?(): void;
}

/** One alert: what, why, since when, what happened before, and the next step. */
export function AlertDetailView({ id, actions, onBack }: AlertDetailViewProps) {
  const w = useWords(alertsWords);
  const asOf = useAsOf();
  const query = useQuery({
    ...trpc.alerts.get.queryOptions({ ...asOf, id }, TAKE_BACK),
    placeholderData: keepPreviousData,
  });
  // Looked back to a day before it fired: nothing is wrong, it is not there yet.
  const notYet = asOf.asOf !== undefined && codeOf(query.error) === "not-found";
  return (
    <article className="card min-w-0 p-4 md:p-5">
      {onBack && (
        <Button variant="quiet" className="-ml-2 mb-2" onClick={onBack}>
          <ArrowLeft size={16} />
          {w.back}
        </Button>
      )}
      {notYet && <EmptyState heading="h2" title={w.notYet} text={w.notYetText} />}
      {query.error && !notYet && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data ? (
        <div aria-busy={query.isPlaceholderData}>
          <Loaded alert={query.data} actions={actions} />
        </div>
      ) : (
        !query.error && <Skeleton height="44rem" />
      )}
    </article>
  );
}

function Loaded({ alert, actions }: { alert: AlertDetail & Passport; actions: AlertActions }) {
  const w = useWords(alertsWords);
  const lang = useLang();
  const { nameOf, people } = usePeople();
  return (
    <>
      <Heading alert={alert} />
      <AlertToolbar alert={alert} actions={actions} people={people} />
      <Stepper alert={alert} nameOf={nameOf} />
      <p className="mt-4 rounded-lg bg-sunken px-4 py-3 text-[.97rem] leading-relaxed">
        <b>{w.sentence}</b>
        {alert.sentence[lang]}
      </p>
      <div className="mt-4 grid gap-x-6 gap-y-5 2xl:grid-cols-[1.4fr_1fr]">
        <section aria-labelledby="alert-chart" className="min-w-0">
          <h3 id="alert-chart" className="font-bold">
            {w.chart}
          </h3>
          <CurrentFigure alert={alert} />
          <Suspense fallback={<Skeleton height={CHART_HEIGHT} />}>
            <AlertChart alert={alert} height={CHART_HEIGHT} />
          </Suspense>
        </section>
        <section aria-labelledby="alert-why" className="min-w-0">
          <h3 id="alert-why" className="font-bold">
            {w.why}
          </h3>
          <EvidenceTable evidence={alert.evidence} />
          {alert.rationale[lang] !== "" && (
            <details className="mt-2 text-[.88rem] text-ink2" open>
              <summary className="min-h-6 cursor-pointer text-ink3">{w.rationale}</summary>
              <p className="leading-relaxed">{alert.rationale[lang]}</p>
            </details>
          )}
        </section>
        {alert.model && (
          <section aria-labelledby="alert-model" className="min-w-0 2xl:col-span-2">
            <h3 id="alert-model" className="font-bold">
              {w.model}
            </h3>
            <Suspense fallback={<Skeleton height="40rem" />}>
              <AlertModel model={alert.model} />
            </Suspense>
          </section>
        )}
        <section aria-labelledby="alert-precedents" className="min-w-0">
          <h3 id="alert-precedents" className="font-bold">
            {w.precedents}
          </h3>
          <PrecedentTable alert={alert} />
        </section>
        <AlertLog alert={alert} actions={actions} nameOf={nameOf} />
      </div>
      <p className="mt-3 border-t border-line pt-2 text-[.8rem] text-ink3">{w.logFoot(alert.dataVersion)}</p>
    </>
  );
}

function Heading({ alert }: { alert: AlertDetail }) {
  const w = useWords(alertsWords);
  const t = useWords(alertTermsWords);
  const lang = useLang();
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[.84rem] text-ink3">
        <AlertChip alert={alert} />
        <Chip>{t.severities[alert.severity]}</Chip>
        <Chip tone={alert.state === "open" ? "danger" : "plain"}>{t.states[alert.state]}</Chip>
        {alert.simulated && <SimulatedChip />}
        {alert.replayed && (
          <Chip title={w.replayedWhy} tone="plain">
            {w.replayed}
          </Chip>
        )}
        <span className="num">
          {w.code(alert.id)} · {w.rule(alert.ruleTitle[lang], alert.ruleVersion)} ·{" "}
          {w.openedOn(formatDate(alert.openedAsOf, lang))}
        </span>
        {alert.closedBecause && alert.closedAsOf && (
          <span className="num">
            {formatDate(alert.closedAsOf, lang)} {w.closedBecause[alert.closedBecause]}
          </span>
        )}
        {alert.silencedUntil && (
          <span className="num">{w.silencedUntil(formatDate(alert.silencedUntil, lang))}</span>
        )}
      </p>
      <h2
        id="alert-title"
        tabIndex={-1}
        className="mt-1.5 text-[1.35rem] leading-snug font-bold outline-none"
      >
        {lang === "zh" ? alert.titleZh : alert.titleEn}
      </h2>
    </>
  );
}

function CurrentFigure({ alert }: { alert: AlertDetail }) {
  const w = useWords(alertsWords);
  const p = useWords(partsWords);
  const lang = useLang();
  const f = alert.figure;
  return (
    <p className="num text-[.88rem] text-ink2">
      {w.figure}{" "}
      <b className="text-ink">
        {f.value === null ? formatGap(f.reason, lang) : formatFigure(f.value, f.unit, f.decimals, lang).text}
      </b>{" "}
      <span className="text-ink3">{figureNote(f, lang, p.published)}</span>{" "}
      <Link
        to="/indicator/$id"
        params={{ id: f.indicator }}
        search={f.region === "CHN" ? {} : { region: f.region }}
        className="link ml-1 whitespace-nowrap"
      >
        {w.toIndicator} →
      </Link>
    </p>
  );
}
