import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { codeOf } from "../../api/errors.ts";
import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import { useAsOf } from "../../api/useAsOf.ts";
import { useMe } from "../../api/useMe.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { Button } from "../../parts/Button.tsx";
import { Card } from "../../parts/Card.tsx";
import { EmptyBase } from "../../parts/EmptyBase.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { Link } from "../../route/Link.tsx";
import { changeSearch, pageOf } from "../../route/useRoute.ts";
import { runsWords } from "../../words/runs.ts";
import { sourcesWords } from "../../words/sources.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { LoadsTable } from "./LoadsTable.tsx";
import { connectorsOf, hasProblem, loadsHeadline, loadsSummary } from "./loadsHeadline.ts";
import { ReceiptDrawer } from "./ReceiptDrawer.tsx";
import { ReleaseList } from "./ReleaseList.tsx";
import { UploadCard } from "./UploadCard.tsx";

const route = pageOf("/sources");
const STEP = 25;

/** Is the data complete, fresh and right: what was loaded, what was refused and why, what is due. */
export function SourcesPage() {
  const w = useWords(sourcesWords);
  const runs = useWords(runsWords);
  const lang = useLang();
  const { user } = useMe();
  const { load, show } = route.useSearch();
  const asOf = useAsOf();
  const [most, setMost] = useState(STEP);
  const query = useQuery(trpc.sources.overview.queryOptions(asOf, TAKE_BACK));
  const view = query.data;
  // The first document of an empty base comes in here. While the page is asked for anew the box keeps its place, and
  // with it what became of a document.
  const [empty, setEmpty] = useState(false);
  if (!empty && codeOf(query.error) === "empty-base") setEmpty(true);
  const mayLoad = user?.role === "steward" || user?.role === "administrator";
  if (!view) {
    if (empty)
      return (
        <div className="grid max-w-[48rem] grid-cols-[minmax(0,1fr)] gap-4">
          <EmptyBase heading="h1" />
          {mayLoad && <UploadCard connectors={[]} onLoaded={(id) => changeSearch({ load: id })} />}
          <ReceiptDrawer load={load ?? null} onClose={() => changeSearch({ load: undefined })} />
        </div>
      );
    if (query.error)
      return <ErrorState heading="h1" error={query.error} onRetry={() => void query.refetch()} />;
    return (
      <div aria-busy="true">
        <Skeleton height="2.2rem" className="max-w-[40rem]" />
        <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
          <Skeleton height="40rem" />
          <Skeleton height="40rem" />
        </div>
      </div>
    );
  }
  const shown = show === "problems" ? view.loads.filter(hasProblem) : view.loads;
  return (
    <>
      <h1 className="text-[1.4rem] leading-snug font-bold">
        {loadsHeadline(
          loadsSummary(view),
          w.headline,
          (n) => formatNumber(n, 0),
          lang === "zh" ? "；" : "; ",
        )}
      </h1>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      <div className="mt-3 grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <Card
          id="loads"
          title={w.loads.title}
          subtitle={w.loads.subtitle}
          extra={
            <Segmented
              label={w.loads.show}
              value={show ?? "all"}
              options={[
                { value: "all", label: w.loads.all },
                { value: "problems", label: w.loads.problems },
              ]}
              onChange={(to) => changeSearch({ show: to === "all" ? undefined : to }, true)}
            />
          }
        >
          {shown.length === 0 ? (
            <EmptyState title={w.loads.none} text={w.loads.noneText} />
          ) : (
            <>
              <LoadsTable loads={shown.slice(0, most)} onOpen={(id) => changeSearch({ load: id })} />
              {shown.length > most && (
                <div className="mt-2 text-center">
                  <Button onClick={() => setMost(most + STEP)}>{w.loads.more}</Button>
                </div>
              )}
            </>
          )}
        </Card>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4 md:grid-cols-2 xl:grid-cols-1">
          {mayLoad && (
            <UploadCard connectors={connectorsOf(view.loads)} onLoaded={(id) => changeSearch({ load: id })} />
          )}
          <ReleaseList releases={view.releases} />
          <p className="text-[.89rem]">
            <Link to="/runs" className="link">
              {runs.all}
            </Link>
          </p>
        </div>
      </div>
      <ReceiptDrawer load={load ?? null} onClose={() => changeSearch({ load: undefined })} />
    </>
  );
}
