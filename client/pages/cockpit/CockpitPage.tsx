import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import type { CockpitView } from "../../../server/routers/views.ts";
import { codeOf } from "../../api/errors.ts";
import { useAsOf } from "../../api/useAsOf.ts";
import { formatDate } from "../../format/formatDate.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { FIRST_PANELS } from "../../panels/firstPanels.ts";
import { PanelFrame } from "../../panels/PanelFrame.tsx";
import { columnsOf, LATER_IDS, PLACES } from "../../panels/places.ts";
import { Chip } from "../../parts/Chip.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { changeSearch, pageOf } from "../../route/useRoute.ts";
import { cockpitWords } from "../../words/cockpit.ts";
import { partsWords } from "../../words/parts.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { Headline } from "./Headline.tsx";
import { summaryQuery } from "./summaryQuery.ts";

const LaterPanels = lazy(() =>
  import("../../panels/LaterPanels.tsx").then((m) => ({ default: m.LaterPanels })),
);
const route = pageOf("/");

/** 驾驶舱: are we in the green, and what three things need a decision? */
export function CockpitPage() {
  const w = useWords(cockpitWords);
  const search = route.useSearch();
  const { preset = "nbs-10" } = search;
  const query = useQuery({
    ...summaryQuery(search, useAsOf()),
    placeholderData: keepPreviousData,
  });
  // A day of which too little was known is no failure: trying again does not help.
  if (codeOf(query.error) === "not-enough-data")
    return <EmptyState heading="h1" title={w.tooEarly.title} text={w.tooEarly.text} />;
  if (codeOf(query.error) === "empty-base") return <ErrorState heading="h1" error={query.error} />;
  if (query.error && !query.data)
    return (
      <>
        <h1 className="mb-4 text-[1.5rem] font-bold">{w.failed}</h1>
        <ErrorState error={query.error} elsewhere={w.stillWorks} onRetry={() => void query.refetch()} />
      </>
    );
  // Keyed: the places of what is coming are replaced, not moved, by what has come.
  return (
    <div key={query.data ? "here" : "coming"}>
      <div className="flex min-h-[2.3rem] flex-wrap items-center gap-x-3 gap-y-1 text-[.86rem] text-ink3">
        {query.data ? <PageFacts data={query.data} /> : <Skeleton height="1.3rem" className="w-72" />}
        <span className="noprint ml-auto">
          <Segmented
            label={w.preset}
            value={preset}
            options={(["nbs-10", "sic-10"] as const).map((p) => ({
              value: p,
              label: w.presets[p],
              hint: w.presetHints[p],
            }))}
            onChange={(p) => changeSearch({ preset: p === "nbs-10" ? undefined : p })}
          />
        </span>
      </div>
      <Headline data={query.data} />
      <div className="mt-4 grid grid-cols-1 gap-4 lg:grid-cols-12">
        {FIRST_PANELS.map((panel) => (
          <PanelFrame key={panel.id} panel={panel} query={query} className={columnsOf(panel.id)} />
        ))}
        <Suspense fallback={<LaterPlaces />}>
          <LaterPanels query={query} />
        </Suspense>
      </div>
      {query.data && (
        <p className="mt-5 text-[.8rem] text-ink3">
          {w.version(query.data.dataVersion)} · {w.traceable}
        </p>
      )}
    </div>
  );
}

function PageFacts({ data }: { data: CockpitView }) {
  const w = useWords(cockpitWords);
  const p = useWords(partsWords);
  const lang = useLang();
  const { arrived, of } = data.index;
  return (
    <>
      <b className="font-semibold text-ink2">{formatPeriod(data.period, lang)}</b>
      <span>{w.dataUpTo(formatDate(data.asOf, lang))}</span>
      {arrived < of ? (
        <Chip tone="late">{p.arrived(arrived, of)}</Chip>
      ) : (
        <span>{w.members(arrived, of)}</span>
      )}
    </>
  );
}

/** The places of the panels still on their way. */
function LaterPlaces() {
  return LATER_IDS.map((id) => (
    <div key={id} className={`card p-4 ${columnsOf(id)}`}>
      <Skeleton height={PLACES[id]?.height ?? "20rem"} />
    </div>
  ));
}
