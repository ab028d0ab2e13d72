import { useQuery } from "@tanstack/react-query";
import type { NowcastRecordView } from "../../../server/routers/views.ts";
import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import { useAsOf } from "../../api/useAsOf.ts";
import { useMe } from "../../api/useMe.ts";
import { Card } from "../../parts/Card.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { changeSearch, pageOf } from "../../route/useRoute.ts";
import { forecastWords } from "../../words/forecast.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { PastCard } from "./PastCard.tsx";
import { PastPathCard } from "./PastPathCard.tsx";
import { RecordTable } from "./RecordTable.tsx";
import type { Target } from "./search.ts";
import { stagesOf } from "./stagesOf.ts";

/** While the record is being worked out the page asks again. */
const AGAIN_MS = 6000;
/** The quarter is over and its last month not yet out: what is shown first. */
const USUAL_STAGE = 28;
const route = pageOf("/forecast");

/** 当时怎么说: what was told of each past period against what came, and how large the errors were. */
export function RecordCard({ target }: { target: Target }) {
  const w = useWords(forecastWords);
  const asOf = useAsOf();
  const query = useQuery({
    ...trpc.nowcast.record.queryOptions({ target, ...asOf }, TAKE_BACK),
    refetchInterval: ({ state: { data } }) =>
      data && data.failure === null && data.progress.kept < data.progress.of ? AGAIN_MS : false,
  });
  const view = query.data;
  if (!view)
    return (
      <Card id="record" title={w.record.heading} tools={false} className="scroll-mt-20">
        {query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton height="26rem" />
        )}
      </Card>
    );
  return <Told view={view} />;
}

function Told({ view }: { view: NowcastRecordView }) {
  const r = useWords(forecastWords).record;
  const lang = useLang();
  const leader = useMe().user?.role === "leader";
  const { before, period, sample = "all" } = route.useSearch();
  const stages = stagesOf(view);
  const stage = stages.find((s) => s === before) ?? stages.find((s) => s <= USUAL_STAGE) ?? stages.at(-1);
  const open = view.progress.kept < view.progress.of;
  const progress = open && <Chip tone="late">{r.progress(view.progress.kept, view.progress.of)}</Chip>;
  const emptyText = view.failure
    ? r.failed(view.failure.subject, view.failure.message)
    : open
      ? r.emptyWaiting
      : r.emptyText;
  if (stage === undefined)
    return (
      <Card id="record" title={r.heading} tools={false} className="scroll-mt-20" extra={progress}>
        <EmptyState title={r.empty} text={emptyText} />
      </Card>
    );
  const chosen = view.periods.find((p) => p.period === period);
  const shown = view.samples.find((s) => s.id === sample) ?? view.samples[0];
  const passed = shown?.stages.filter((s) => s.standing === "passed").length ?? 0;
  return (
    <section aria-label={r.heading} id="record" className="scroll-mt-20">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 xl:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <PastCard
          view={view}
          stages={stages}
          stage={stage}
          sample={shown?.id ?? "all"}
          period={period}
          progress={progress}
        />
        <Card
          id="errors"
          className="scroll-mt-20"
          title={shown ? r.finding(passed, shown.stages.length) : r.table}
          subtitle={shown && `${r.table} · ${view.name[lang]} · ${r.samples[shown.id]}`}
          footer={leader ? r.note : `${r.note}${r.noteTest}`}
        >
          <div className="noprint mb-1">
            <Segmented
              label={r.sample}
              showLabel
              value={shown?.id ?? "all"}
              options={view.samples.map((s) => ({ value: s.id, label: r.samples[s.id] }))}
              onChange={(s) => changeSearch({ sample: s === "all" ? undefined : s }, true)}
            />
          </div>
          <RecordTable stages={shown?.stages ?? []} leader={leader} />
          {view.failure && (
            <p className="mt-2 text-[.84rem] break-words text-late">
              {r.failed(view.failure.subject, view.failure.message)}
            </p>
          )}
          {view.withheld > 0 && <p className="mt-2 text-[.84rem] text-ink2">{r.withheld(view.withheld)}</p>}
        </Card>
      </div>
      {chosen && (
        <div className="mt-4">
          <PastPathCard view={view} past={chosen} />
        </div>
      )}
    </section>
  );
}
