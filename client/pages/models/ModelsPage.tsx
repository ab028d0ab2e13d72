import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import { useAsOf } from "../../api/useAsOf.ts";
import { useMe } from "../../api/useMe.ts";
import { Card } from "../../parts/Card.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { Link } from "../../route/Link.tsx";
import { changeSearch, pageOf } from "../../route/useRoute.ts";
import { modelsWords } from "../../words/models.ts";
import { runsWords } from "../../words/runs.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { ErrorTable } from "./ErrorTable.tsx";
import { RegistryTable } from "./RegistryTable.tsx";
import { RunButton } from "./RunButton.tsx";
import { HORIZONS } from "./search.ts";
import { useTargets } from "./useTargets.ts";

const route = pageOf("/models");

/** Which model to trust now: the register, and how each did on data as known then. */
export function ModelsPage() {
  const w = useWords(modelsWords);
  const runs = useWords(runsWords);
  const lang = useLang();
  const { user } = useMe();
  const { indicator = "", horizon = 1 } = route.useSearch();
  const asOf = useAsOf();
  const query = useQuery(
    trpc.models.list.queryOptions({ horizon, ...asOf }, { ...TAKE_BACK, placeholderData: keepPreviousData }),
  );
  const target = useTargets();
  const view = query.data;
  if (!view) {
    if (query.error)
      return <ErrorState heading="h1" error={query.error} onRetry={() => void query.refetch()} />;
    return (
      <div aria-busy="true" className="flex flex-col gap-4">
        <Skeleton height="4.4rem" />
        <Skeleton height="24rem" />
        <Skeleton height="36rem" />
      </div>
    );
  }
  const targets = [...new Set(view.errors.map((e) => e.indicator))].sort();
  const shown = view.errors.filter((e) => indicator === "" || e.indicator === indicator);
  const passed = shown.filter((e) => e.standing.state === "good").length;
  return (
    <>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-[24rem]">
          <h1 className="text-[1.4rem] leading-snug font-bold">{view.headline.text[lang]}</h1>
          <p className="mt-0.5 max-w-[52rem] text-[.89rem] text-ink2">
            {w.subtitle}
            {user?.role !== "leader" && (
              <>
                {" "}
                <Link to="/runs" className="link whitespace-nowrap">
                  {runs.all}
                </Link>
              </>
            )}
          </p>
          {view.lookingBack && <p className="mt-0.5 text-[.89rem] font-semibold text-late">{w.toDate}</p>}
        </div>
        <RunButton indicator={indicator === "" ? undefined : indicator} />
      </div>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      <div className="noprint mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Segmented
          label={w.horizon}
          showLabel
          value={String(horizon)}
          options={HORIZONS.map((h) => ({ value: String(h), label: w.horizons(h) }))}
          onChange={(h) => changeSearch({ horizon: h === "1" ? undefined : Number(h) }, true)}
        />
        <Select
          label={w.target}
          showLabel
          value={indicator}
          options={[
            { value: "", label: w.allTargets },
            ...targets.map((t) => ({ value: t, label: target(t).name })),
          ]}
          onChange={(t) => changeSearch({ indicator: t === "" ? undefined : t }, true)}
        />
      </div>
      <div className="mt-3 flex flex-col gap-4">
        <Card title={w.registry.title(view.models.length)} subtitle={w.registry.subtitle} id="registry">
          <RegistryTable models={view.models} linked={user?.role !== "leader"} />
        </Card>
        {view.failures.length > 0 && (
          <Card title={w.failures.title(view.failures.length)} subtitle={w.failures.subtitle} tools={false}>
            <ul className="flex flex-col gap-1 text-[.87rem]">
              {view.failures.map((f) => (
                <li key={f.file} className="break-words">
                  <code className="font-semibold">{f.file}</code>
                  <span className="text-ink2"> — {f.reason}</span>
                </li>
              ))}
            </ul>
          </Card>
        )}
        {shown.length === 0 ? (
          <Card title={w.errors.none} tools={false}>
            <EmptyState title={w.errors.none} text={w.errors.noneText} />
          </Card>
        ) : (
          <Card
            id="errors"
            title={w.errors.title(passed, shown.length)}
            subtitle={w.errors.subtitle(horizon)}
            footer={w.errors.footer}
          >
            <ErrorTable records={shown} target={target} by="model" />
          </Card>
        )}
      </div>
    </>
  );
}
