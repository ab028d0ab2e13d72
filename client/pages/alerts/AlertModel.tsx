import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import type { AlertDetail, RiskEventView, RiskOverview } from "../../../server/routers/views.ts";
import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import { Chart } from "../../charts/Chart.tsx";
import { formatDate } from "../../format/formatDate.ts";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { Link } from "../../route/Link.tsx";
import { riskWords } from "../../words/risk.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { CandidateTable } from "../risk/CandidateTable.tsx";
import { compositeDraw } from "../risk/compositeDraw.ts";
import { EpisodeTable } from "../risk/EpisodeTable.tsx";
import { eventDraw } from "../risk/eventDraw.ts";
import { ModelTable } from "../risk/ModelTable.tsx";
import { PointsList } from "../risk/PointsList.tsx";
import { ProvenChip } from "../risk/ProvenChip.tsx";

const CHART_HEIGHT = "16rem";

/** What stands behind an alert that speaks from a risk model: probability, signals, record, similar months. */
export function AlertModel({ model }: { model: NonNullable<AlertDetail["model"]> }) {
  return model.event === null ? (
    <FromComposite asOf={model.asOf} />
  ) : (
    <FromEvent id={model.event} asOf={model.asOf} />
  );
}

function FromEvent({ id, asOf }: { id: string; asOf: string }) {
  const query = useQuery(trpc.risk.event.queryOptions({ id, asOf }, TAKE_BACK));
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return query.data ? <EventEvidence view={query.data} /> : <Skeleton height="40rem" />;
}

function EventEvidence({ view }: { view: RiskEventView }) {
  const w = useWords(riskWords);
  const lang = useLang();
  const draw = useMemo(() => eventDraw(view, "10", lang), [view, lang]);
  return (
    <Evidence
      day={view.asOf}
      past={view.lookingBack}
      proven={view.proven}
      headline={view.headline.text[lang]}
      verdict={view.verdict[lang]}
      event={view.id}
    >
      {!view.withheld && (
        <Part title={w.event.chartTitle} note={w.event.chartSubtitle(view.window)}>
          <Chart draw={draw} label={w.event.chartLabel(view.title[lang])} height={CHART_HEIGHT} />
        </Part>
      )}
      <Part title={view.candidatesTitle.text[lang]} note={w.event.candidatesSubtitle}>
        <CandidateTable candidates={view.candidates} />
      </Part>
      {!view.withheld && (
        <Part title={view.modelsTitle.text[lang]} note={w.event.modelsSubtitle}>
          <ModelTable view={view} />
        </Part>
      )}
      <Part title={view.episodesTitle.text[lang]} note={w.event.episodesSubtitle(view.window)}>
        <EpisodeTable view={view} />
      </Part>
    </Evidence>
  );
}

function FromComposite({ asOf }: { asOf: string }) {
  const w = useWords(riskWords);
  const lang = useLang();
  const query = useQuery(trpc.risk.overview.queryOptions({ asOf }, TAKE_BACK));
  const view = query.data;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!view) return <Skeleton height="30rem" />;
  if (!view.composite)
    return (
      <p className="text-[.9rem] text-ink2">
        {w.composite.none}。{view.why?.[lang]}
      </p>
    );
  return <CompositeEvidence view={view} composite={view.composite} />;
}

function CompositeEvidence({
  view,
  composite: c,
}: {
  view: RiskOverview;
  composite: NonNullable<RiskOverview["composite"]>;
}) {
  const w = useWords(riskWords);
  const lang = useLang();
  const draw = useMemo(() => compositeDraw(c, "10", lang), [c, lang]);
  const at = c.latest === null ? -1 : c.months.indexOf(c.latest.month);
  const window = Math.max(...view.events.map((e) => e.event?.window ?? 0));
  return (
    <Evidence
      day={view.asOf}
      past={view.lookingBack}
      proven={c.proven}
      headline={c.title.text[lang]}
      verdict={c.verdict[lang]}
    >
      <Part title={w.composite.name} note={w.composite.subtitle(window)}>
        <Chart draw={draw} label={w.composite.label} height={CHART_HEIGHT} />
      </Part>
      {c.latest !== null && (
        <Part title={c.partsTitle.text[lang]} note={w.composite.partsSubtitle}>
          <PointsList
            caption={w.alert.parts}
            parts={c.contributions.map((p) => ({
              id: p.event,
              name: p.title,
              points: p.points[at] ?? 0,
            }))}
            total={{ name: w.composite.name, points: c.latest.value }}
          />
        </Part>
      )}
    </Evidence>
  );
}

interface EvidenceProps {
  day: string;
  /** It is shown as of a day gone by: the way to the risk watch leads to that day. */
  past: boolean;
  proven: boolean;
  headline: string;
  verdict: string;
  event?: string;
  children: ReactNode;
}

function Evidence({ day, past, proven, headline, verdict, event, children }: EvidenceProps) {
  const w = useWords(riskWords);
  const lang = useLang();
  return (
    <div className="flex flex-col gap-4">
      <div className="text-[.92rem] leading-relaxed">
        <p>
          <b>{headline}</b>
        </p>
        <p className="text-ink2">
          <ProvenChip proven={proven} /> {verdict}
        </p>
        <p className="num text-[.84rem] text-ink3">
          {w.alert.asKnown(formatDate(day, lang))} ·{" "}
          <Link
            to="/risk"
            search={{ ...(event === undefined ? {} : { event }), ...(past ? { asof: day } : {}) }}
            className="link inline-block py-0.5"
          >
            {w.alert.open} →
          </Link>
        </p>
      </div>
      {children}
    </div>
  );
}

function Part({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h4 className="font-semibold">{title}</h4>
      <p className="mb-1 text-[.82rem] text-ink3">{note}</p>
      {children}
    </section>
  );
}
