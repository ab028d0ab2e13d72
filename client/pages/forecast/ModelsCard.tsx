import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import { useAsOf } from "../../api/useAsOf.ts";
import { useMe } from "../../api/useMe.ts";
import { formatDate } from "../../format/formatDate.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { Card } from "../../parts/Card.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { changeSearch, pageOf } from "../../route/useRoute.ts";
import { forecastWords } from "../../words/forecast.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { AdoptNote } from "./AdoptNote.tsx";
import { AheadTable } from "./AheadTable.tsx";
import { CombinationNote } from "./CombinationNote.tsx";
import type { Target } from "./search.ts";

const route = pageOf("/forecast");

/** Every model on one indicator: what it says so far ahead, and how it did. */
export function ModelsCard({ target }: { target: Target }) {
  const w = useWords(forecastWords);
  const m = w.models;
  const lang = useLang();
  const { user } = useMe();
  const { indicator = target, ahead } = route.useSearch();
  const asOf = useAsOf();
  const query = useQuery(
    trpc.forecast.models.queryOptions(
      { indicator, ...asOf },
      { ...TAKE_BACK, placeholderData: keepPreviousData },
    ),
  );
  const fans = useQuery(trpc.forecast.fans.queryOptions(asOf, TAKE_BACK));
  const view = query.data?.indicator === indicator ? query.data : undefined;
  if (!view)
    return (
      <Card id="models" className="scroll-mt-20" title={m.heading} tools={false}>
        {query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton height="24rem" />
        )}
      </Card>
    );
  const offered = fans.data?.fans.map((f) => ({ value: f.indicator, label: f.name[lang] })) ?? [];
  const own = { value: indicator, label: view.name[lang] };
  const shown = view.horizons.find((h) => h.horizon === ahead) ?? view.horizons[0];
  const quarters = view.quarterly;
  const period = shown?.rows.find((r) => r.forecast)?.forecast?.period;
  const leader = user?.role === "leader";
  const modeler = user?.role === "modeler" || user?.role === "administrator";
  const { combination } = view;
  const notes = [view.source[lang], w.known(formatDate(view.asOf, lang)), m.least, m.rmseNote];
  return (
    <Card
      id="models"
      className="scroll-mt-20"
      title={shown?.title.text[lang] ?? m.heading}
      subtitle={
        shown &&
        m.subtitle(
          view.name[lang],
          m.periods(shown.horizon, quarters),
          // Every model at one horizon speaks of the same period.
          period === undefined ? null : formatPeriod(period, lang),
        )
      }
      footer={[...notes, ...(shown?.rows.some((r) => r.against) ? [m.againstNote] : [])].join(" · ")}
    >
      <div className="noprint mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Select
          label={m.indicator}
          showLabel
          value={indicator}
          options={offered.some((o) => o.value === indicator) ? offered : [own, ...offered]}
          onChange={(id) =>
            changeSearch({ indicator: id === target ? undefined : id, ahead: undefined }, true)
          }
        />
        {shown && (
          <Segmented
            label={m.ahead}
            showLabel
            value={String(shown.horizon)}
            options={view.horizons.map((h) => ({
              value: String(h.horizon),
              label: m.periods(h.horizon, quarters),
            }))}
            onChange={(h) => changeSearch({ ahead: Number(h) }, true)}
          />
        )}
      </div>
      {shown ? (
        <>
          <AheadTable view={view} ahead={shown} leader={leader} />
          {combination && shown.rows.some((r) => r.model === combination.model) && (
            <CombinationNote combination={combination} unit={view.unit} leader={leader} />
          )}
        </>
      ) : (
        <EmptyState title={m.none} text={m.noneText} />
      )}
      {view.withheld > 0 && <p className="mt-2 text-[.84rem] text-ink2">{m.withheld(view.withheld)}</p>}
      {modeler && <AdoptNote view={view} />}
    </Card>
  );
}
