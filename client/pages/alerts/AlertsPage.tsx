import { useMemo } from "react";
import { useAsOf } from "../../api/useAsOf.ts";
import { useShortcuts } from "../../api/useShortcuts.ts";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { changeSearch, pageOf } from "../../route/useRoute.ts";
import { alertsWords } from "../../words/alerts.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { AlertDetailView } from "./AlertDetailView.tsx";
import { AlertFilters } from "./AlertFilters.tsx";
import { AlertList } from "./AlertList.tsx";
import { useAlertActions } from "./useAlertActions.ts";
import { useAlertList } from "./useAlertList.ts";
import { useWide } from "./useWide.ts";
import { WarningTabs } from "./WarningTabs.tsx";

const route = pageOf("/alerts");

/** 预警: an inbox. What is mine, what is urgent, what is the next step. */
export function AlertsPage() {
  const w = useWords(alertsWords);
  const lang = useLang();
  const search = route.useSearch();
  const asOf = useAsOf();
  const wide = useWide();
  const { query: list, first, items, total, more } = useAlertList(search);
  // Beside the list there is room for the most urgent one; on a phone the list comes first.
  const chosen = search.id ?? (wide ? items[0]?.id : undefined);
  const { id: _id, ...chosenBy } = search;
  const whole = Object.keys(chosenBy).length === 0;
  const actions = useAlertActions(asOf);

  const shortcuts = useMemo(() => {
    const step = (by: number) => {
      const at = items.findIndex((a) => a.id === chosen);
      const next = items[Math.max(0, Math.min(items.length - 1, at + by))];
      if (next === undefined) return;
      changeSearch({ id: next.id }, true);
      document.getElementById(`alert-${next.id}`)?.scrollIntoView({ block: "nearest" });
    };
    return {
      j: () => step(1),
      k: () => step(-1),
      enter: () => document.getElementById("alert-title")?.focus(),
      e: () => {
        const alert = items.find((a) => a.id === chosen);
        if (alert?.state === "open" && asOf.asOf === undefined)
          actions.transition.mutate({ id: alert.id, to: "acknowledged" });
      },
    };
  }, [items, chosen, actions, asOf.asOf]);
  useShortcuts(shortcuts);

  const title = first?.headline.text[lang];
  if (list.error && !first)
    return (
      <>
        <WarningTabs />
        <ErrorState heading="h1" error={list.error} onRetry={() => void list.refetch()} />
      </>
    );
  return (
    <>
      <WarningTabs />
      <h1
        className={`min-h-[1.5em] max-sm:min-h-[2.75em] text-[1.5rem] leading-snug font-bold ${!wide && chosen ? "sr-only" : ""}`}
      >
        {title ?? (
          <>
            <span className="skeleton inline-block h-[1em] w-72" />
            <span className="sr-only">{w.list}</span>
          </>
        )}
      </h1>
      <div className="mt-3 grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(20rem,27rem)_minmax(0,1fr)] xl:grid-cols-[13rem_minmax(21rem,28rem)_minmax(0,1fr)]">
        {(wide || chosen === undefined) && (
          <>
            <AlertFilters search={search} counts={first?.counts} />
            {first ? (
              <AlertList
                items={items}
                total={total}
                chosen={chosen}
                whole={whole}
                refreshing={list.isPlaceholderData || list.isFetchingNextPage}
                {...(more === null ? {} : { onMore: more })}
              />
            ) : (
              <div className="card p-3">
                <Skeleton height="40rem" />
              </div>
            )}
          </>
        )}
        {chosen !== undefined ? (
          <AlertDetailView
            id={chosen}
            actions={actions}
            {...(wide ? {} : { onBack: () => changeSearch({ id: undefined }) })}
          />
        ) : (
          wide && (
            <div className="card">
              {first ? (
                <EmptyState
                  title={items.length === 0 ? w.quietDetail : w.choose}
                  text={items.length === 0 ? w.quietDetailText : w.chooseText}
                />
              ) : (
                <Skeleton height="44rem" className="m-4" />
              )}
            </div>
          )
        )}
      </div>
    </>
  );
}
