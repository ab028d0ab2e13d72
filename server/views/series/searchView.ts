import type { LatestFigure } from "../../../db/stores/contract.ts";
import type { Indicator } from "../../../models/indicators/indicator.ts";
import type { Light, SearchFacets, SearchRow } from "../../routers/views.ts";
import type { SearchEntry } from "../../search/searchIndex.ts";

export type FacetName = keyof SearchFacets;

/** What an indicator counts under, facet by facet. */
const FACETS: Readonly<Record<FacetName, (i: Indicator) => readonly string[]>> = {
  themes: (i) => i.themes,
  frequencies: (i) => [i.frequency],
  sourceClasses: (i) => [i.sourceClass],
  agencies: (i) => [i.agency],
  measures: (i) => [i.measure],
  adjustments: (i) => [i.adjustment],
  origins: (i) => [i.simulated ? "simulated" : "real"],
};
export const FACET_NAMES = Object.keys(FACETS) as FacetName[];

export type FacetChoice = Partial<Record<FacetName, readonly string[]>>;

const passes = (entry: SearchEntry, choice: FacetChoice, except?: FacetName): boolean =>
  FACET_NAMES.every((name) => {
    const chosen = choice[name];
    return (
      name === except || !chosen?.length || FACETS[name](entry.indicator).some((v) => chosen.includes(v))
    );
  });

/** Entries that pass every chosen facet. */
export function filterEntries<T extends { entry: SearchEntry }>(
  hits: readonly T[],
  choice: FacetChoice,
): T[] {
  return hits.filter((h) => passes(h.entry, choice));
}

/** Counts a facet's values over what the other facets leave, so that a choice can be widened. */
export function facetCounts(
  hits: readonly { entry: SearchEntry }[],
  choice: FacetChoice,
): Record<FacetName, { value: string; count: number }[]> {
  const counted = FACET_NAMES.map((name) => {
    const counts = new Map<string, number>();
    for (const { entry } of hits) {
      if (!passes(entry, choice, name)) continue;
      for (const value of FACETS[name](entry.indicator)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const rows = [...counts].map(([value, count]) => ({ value, count }));
    return [name, rows.sort((a, b) => b.count - a.count || a.value.localeCompare(b.value))] as const;
  });
  return Object.fromEntries(counted) as Record<FacetName, { value: string; count: number }[]>;
}

/** One row of the workbench's table. `change` is against the figure before, in the indicator's unit. */
export function searchRow(
  hit: { entry: SearchEntry; score: number },
  latest: LatestFigure | null,
  light: Light | null,
): SearchRow {
  const { indicator, region, regionZh, regionEn } = hit.entry;
  // A running total grows within its year and starts anew: against the period before it says nothing.
  const comparable = indicator.measure !== "ytd";
  const change =
    comparable && latest && latest.value !== null && latest.previous !== null
      ? latest.value - latest.previous
      : null;
  return {
    indicator: indicator.id,
    region,
    name: indicator.name,
    regionName: { zh: regionZh, en: regionEn },
    frequency: indicator.frequency,
    unit: indicator.unit,
    decimals: indicator.decimals,
    agency: indicator.agency,
    latest: latest ? { period: latest.period, value: latest.value, vintage: latest.vintage } : null,
    change,
    light,
    simulated: indicator.simulated === true,
    score: hit.score,
  };
}
