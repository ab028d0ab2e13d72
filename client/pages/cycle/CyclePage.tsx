import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { CycleView } from "../../../server/routers/views.ts";
import { codeOf } from "../../api/errors.ts";
import { useAsOf } from "../../api/useAsOf.ts";
import { formatDate } from "../../format/formatDate.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { Chip } from "../../parts/Chip.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { changeSearch, pageOf } from "../../route/useRoute.ts";
import { cycleWords } from "../../words/cycle.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { ClockCard } from "./ClockCard.tsx";
import { CompositesCard } from "./CompositesCard.tsx";
import { ContributionsCard } from "./ContributionsCard.tsx";
import { CycleSkeleton } from "./CycleSkeleton.tsx";
import { DiffusionCard } from "./DiffusionCard.tsx";
import { IndexCard } from "./IndexCard.tsx";
import { IndexMovesCard } from "./IndexMovesCard.tsx";
import { LackingCard } from "./LackingCard.tsx";
import { LightsCard } from "./LightsCard.tsx";
import { MembersCard } from "./MembersCard.tsx";
import { ProvenanceCard } from "./ProvenanceCard.tsx";
import { GROUPS, METHODS } from "./search.ts";
import { TurnsCard } from "./TurnsCard.tsx";
import { viewQuery } from "./viewQuery.ts";

const route = pageOf("/cycle");

/** 景气: which phase, for how long, what leads. */
export function CyclePage() {
  const w = useWords(cycleWords);
  const lang = useLang();
  const search = route.useSearch();
  const asOf = useAsOf();
  const query = useQuery({ ...viewQuery(search, asOf), placeholderData: keepPreviousData });
  const view = query.data;
  if (codeOf(query.error) === "empty-base") return <ErrorState heading="h1" error={query.error} />;
  if (query.error && (!view || codeOf(query.error) === "not-enough-data")) {
    if (codeOf(query.error) === "not-enough-data")
      return <EmptyState heading="h1" title={w.tooEarly.title} text={w.tooEarly.text} />;
    return (
      <>
        <h1 className="mb-4 text-[1.5rem] font-bold">{w.failed}</h1>
        <ErrorState error={query.error} elsewhere={w.stillWorks} onRetry={() => void query.refetch()} />
      </>
    );
  }
  if (!view)
    return (
      <CycleSkeleton
        says={asOf.asOf === undefined ? w.computingNow : w.computing(formatDate(asOf.asOf, lang))}
      />
    );
  const { method = "oecd" } = search;
  const { monitor } = view;
  return (
    <div aria-busy={query.isPlaceholderData}>
      <Top view={view} method={method} />
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      <div className="mt-4 grid grid-cols-1 gap-4 lg:grid-cols-12">
        <ClockCard key={view.asOf} view={view} className="lg:col-span-5 lg:row-span-2" />
        <CompositesCard view={view} className="lg:col-span-7" />
        {monitor ? (
          <>
            <IndexCard view={view} monitor={monitor} className="lg:col-span-7" />
            <LightsCard view={view} monitor={monitor} className="lg:col-span-12" />
          </>
        ) : (
          <div className="card lg:col-span-7" id="warning-index">
            <EmptyState heading="h2" title={w.noMonitor.title} text={w.noMonitor.text} />
          </div>
        )}
        <TurnsCard view={view} className={monitor ? "lg:col-span-7" : "lg:col-span-12"} />
        {monitor && <IndexMovesCard view={view} monitor={monitor} className="lg:col-span-5" />}
        <ContributionsCard view={view} className="lg:col-span-7" />
        <DiffusionCard view={view} className="lg:col-span-5" />
        <MembersCard view={view} className="lg:col-span-12" />
        <LackingCard view={view} className="lg:col-span-5" />
        <ProvenanceCard view={view} className="lg:col-span-7" />
      </div>
    </div>
  );
}

function Top({ view, method }: { view: CycleView; method: (typeof METHODS)[number] }) {
  const w = useWords(cycleWords);
  const lang = useLang();
  const members = GROUPS.reduce((n, g) => n + view.groups[g].members.length, 0);
  return (
    <>
      <div className="flex min-h-[2.3rem] flex-wrap items-center gap-x-3 gap-y-1 text-[.86rem] text-ink3">
        <span>
          {w.facts(formatPeriod(view.months.at(-1)!, lang), members, formatDate(view.provenance.day, lang))}
        </span>
        <Chip title={w.growthRateShort}>{w.growthRate}</Chip>
        <span className="noprint ml-auto">
          <Segmented
            label={w.method}
            value={method}
            options={METHODS.map((m) => ({ value: m, label: w.methods[m], hint: w.methodTexts[m] }))}
            onChange={(m) => changeSearch({ method: m === "oecd" ? undefined : m })}
          />
        </span>
      </div>
      <h1 className="mt-2 text-[1.45rem] leading-tight font-bold md:text-[1.75rem]">
        {view.headline.text[lang]}
      </h1>
      <p className="mt-1.5 text-[.89rem] text-ink2">
        {w.growthRateShort}{" "}
        <a href="#provenance" className="link noprint inline-block py-0.5 whitespace-nowrap">
          {w.provenance.title} →
        </a>
      </p>
    </>
  );
}
