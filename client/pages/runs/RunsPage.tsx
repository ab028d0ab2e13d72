import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import { Button } from "../../parts/Button.tsx";
import { Card } from "../../parts/Card.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { Select } from "../../parts/Select.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { changeSearch, pageOf } from "../../route/useRoute.ts";
import { runsWords } from "../../words/runs.ts";
import { useWords } from "../../words/useWords.ts";
import { RunDrawer } from "./RunDrawer.tsx";
import { RunningList } from "./RunningList.tsx";
import { RunsTable } from "./RunsTable.tsx";
import { RUN_KINDS, RUN_STATES } from "./search.ts";
import { useRunning } from "./useRunning.ts";

const route = pageOf("/runs");

/** What is computed by itself and how it went: under way, failed and not succeeded since, and every run with what repeats it. */
export function RunsPage() {
  const w = useWords(runsWords);
  const { kind, state, before, run } = route.useSearch();
  const { running, mayCancel } = useRunning();
  const query = useQuery(
    trpc.jobs.list.queryOptions(
      {
        ...(kind !== undefined && { kind }),
        ...(state !== undefined && { state }),
        ...(before !== undefined && { before }),
      },
      { ...TAKE_BACK, placeholderData: keepPreviousData },
    ),
  );
  const view = query.data;
  const open = (id: number): void => changeSearch({ run: id });
  if (!view) {
    if (query.error)
      return <ErrorState heading="h1" error={query.error} onRetry={() => void query.refetch()} />;
    return (
      <div aria-busy="true" className="flex flex-col gap-4">
        <Skeleton height="4.4rem" />
        <Skeleton height="12rem" />
        <Skeleton height="40rem" />
      </div>
    );
  }
  const any = { value: "", label: w.filter.any };
  return (
    <>
      <h1 className="text-[1.4rem] leading-snug font-bold">{w.headline(view.failing.length)}</h1>
      <p className="mt-0.5 max-w-[52rem] text-[.89rem] text-ink2">{w.subtitle}</p>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      <div className="mt-3 flex flex-col gap-4">
        {running.length > 0 && (
          <Card title={w.running} tools={false}>
            <RunningList running={running} mayCancel={mayCancel} />
          </Card>
        )}
        {view.failing.length > 0 && (
          <Card id="failing" title={w.failing.title(view.failing.length)} subtitle={w.failing.subtitle}>
            <RunsTable runs={view.failing} caption={w.failing.title(view.failing.length)} onOpen={open} />
          </Card>
        )}
        {view.refused.length > 0 && (
          <Card id="refused" title={w.refused.title(view.refused.length)} subtitle={w.refused.subtitle}>
            <RunsTable runs={view.refused} caption={w.refused.title(view.refused.length)} onOpen={open} />
          </Card>
        )}
        <Card id="list" title={w.list.title}>
          <div className="noprint mb-2 flex flex-wrap gap-x-4 gap-y-2">
            <Select
              label={w.filter.kind}
              showLabel
              value={kind ?? ""}
              options={[any, ...RUN_KINDS.map((k) => ({ value: k, label: w.kinds[k] ?? k }))]}
              onChange={(to) => changeSearch({ kind: to === "" ? undefined : to, before: undefined }, true)}
            />
            <Select
              label={w.filter.state}
              showLabel
              value={state ?? ""}
              options={[any, ...RUN_STATES.map((s) => ({ value: s, label: w.states[s] }))]}
              onChange={(to) => changeSearch({ state: to === "" ? undefined : to, before: undefined }, true)}
            />
          </div>
          {view.runs.length === 0 ? (
            <EmptyState title={w.list.none} text={w.list.noneText} />
          ) : (
            <RunsTable runs={view.runs} caption={w.list.title} onOpen={open} />
          )}
          <div className="noprint mt-2 flex justify-center gap-2">
            {before !== undefined && (
              <Button onClick={() => changeSearch({ before: undefined })}>{w.list.newer}</Button>
            )}
            {view.next !== null && (
              <Button onClick={() => changeSearch({ before: view.next! })}>{w.list.older}</Button>
            )}
          </div>
        </Card>
      </div>
      <RunDrawer run={run ?? null} onOpen={open} onClose={() => changeSearch({ run: undefined })} />
    </>
  );
}
