import { SlidersHorizontal } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useShortcuts } from "../../api/useShortcuts.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { Button } from "../../parts/Button.tsx";
import { Drawer } from "../../parts/Drawer.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { Select } from "../../parts/Select.tsx";
import { changeSearch, pageOf } from "../../route/useRoute.ts";
import { useSettings } from "../../theme/settings.ts";
import { useWords } from "../../words/useWords.ts";
import { workbenchWords } from "../../words/workbench.ts";
import { rememberKeys, toggled } from "./basket.ts";
import { ComparePanel } from "./ComparePanel.tsx";
import { FacetList } from "./FacetList.tsx";
import { IndicatorTable } from "./IndicatorTable.tsx";
import { SearchBox } from "./SearchBox.tsx";
import { chosenFacets, FACETS, SORTS } from "./search.ts";
import { useRows } from "./useRows.ts";

const route = pageOf("/workbench");
const NOTHING: readonly string[] = [];

/** Find, compare and take away any indicator of the base. */
export function WorkbenchPage() {
  const w = useWords(workbenchWords);
  const search = route.useSearch();
  const { shortcuts } = useSettings();
  const [sight, setSight] = useState<readonly [number, number]>([0, 30]);
  const [filters, setFilters] = useState(false);
  const compare = useRef<HTMLElement>(null);
  const { head, row, failed, retry } = useRows(search, sight[0], sight[1]);
  const sel = search.sel ?? NOTHING;

  useEffect(() => {
    rememberKeys(sel);
  }, [sel]);
  const setSel = (next: readonly string[]) =>
    changeSearch({ sel: next.length === 0 ? undefined : next }, true);
  const toggle = (key: string) => setSel(toggled(sel, key));
  const toCompare = () => {
    compare.current?.scrollIntoView({ block: "nearest" });
    compare.current?.focus();
  };
  useShortcuts({ c: toCompare });

  const view = head.data;
  const chosen = Object.values(chosenFacets(search)).flat().length;
  const clear = () =>
    changeSearch({ q: undefined, ...Object.fromEntries(FACETS.map((f) => [f, undefined])) });
  const facets = view && (
    <FacetList
      counts={view.facets}
      chosen={search}
      onChange={(facet, values) => changeSearch({ [facet]: values }, true)}
    />
  );
  const count = (n: number): string => formatNumber(n, 0);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="num min-w-[15rem] text-[1.5rem] font-bold" aria-live="polite">
          {view
            ? view.total === view.catalogue
              ? w.headingAll(count(view.catalogue))
              : w.heading(count(view.total), count(view.catalogue))
            : w.title}
        </h1>
        <SearchBox
          value={search.q ?? ""}
          onChange={(q) => changeSearch({ q: q === "" ? undefined : q }, true)}
        />
        {shortcuts && <span className="hidden text-[.84rem] text-ink3 xl:inline">{w.keysHint}</span>}
      </div>
      <div className="mt-3 grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[11.5rem_minmax(0,1fr)] min-[84rem]:grid-cols-[11.5rem_minmax(0,1fr)_24rem] wall:grid-cols-[13rem_minmax(0,1fr)_36rem]">
        <aside
          aria-label={w.filters}
          className="card hidden max-h-[calc(100dvh-12rem)] min-h-[31rem] overflow-y-auto p-3 lg:block"
        >
          {facets}
        </aside>
        <section aria-label={w.table} className="card min-w-0 overflow-hidden">
          <div className="flex flex-wrap items-center gap-2 border-b border-line px-3 py-2 text-[.87rem]">
            <span className="lg:hidden">
              <Button onClick={() => setFilters(true)}>
                <SlidersHorizontal size={15} aria-hidden="true" />
                {w.showFilters(chosen)}
              </Button>
            </span>
            {(chosen > 0 || search.q) && <Button onClick={clear}>{w.clear}</Button>}
            <b>{w.compare.selected(sel.length)}</b>
            {sel.length > 0 && (
              <>
                <Button onClick={toCompare}>{w.compare.open}</Button>
                <Button onClick={() => setSel([])}>{w.compare.clear}</Button>
              </>
            )}
            <span className="ml-auto">
              <Select
                label={w.sort}
                showLabel
                value={search.sort ?? "relevance"}
                options={SORTS.map((s) => ({ value: s, label: w.sorts[s] }))}
                onChange={(sort) => changeSearch({ sort: sort === "relevance" ? undefined : sort }, true)}
              />
            </span>
          </div>
          {failed && (
            <div className="p-3">
              <ErrorState error={failed} onRetry={retry} />
            </div>
          )}
          {view?.total === 0 ? (
            <EmptyState title={w.empty.title} text={w.empty.text}>
              <Button onClick={clear}>{w.clear}</Button>
            </EmptyState>
          ) : (
            !(failed && !view) && (
              <IndicatorTable
                // A new question starts at its first row.
                key={JSON.stringify([search.q, chosenFacets(search), search.sort])}
                total={view?.total ?? 12}
                row={row}
                selected={sel}
                onToggle={toggle}
                onSight={setSight}
              />
            )
          )}
        </section>
        <section
          ref={compare}
          tabIndex={-1}
          aria-label={w.compare.panel}
          className="min-w-0 lg:col-start-2 min-[84rem]:col-start-3 min-[84rem]:row-start-1"
        >
          <ComparePanel sel={sel} onRemove={toggle} />
        </section>
      </div>
      <Drawer open={filters} onClose={() => setFilters(false)} title={w.filters}>
        {facets}
      </Drawer>
    </>
  );
}
