import type { Measure, SourceClass } from "../../../models/indicators/indicator.ts";
import type { Frequency } from "../../../models/series/frequency.ts";
import type { SearchView } from "../../../server/routers/views.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { formatWords } from "../../format/formatWords.ts";
import { indicatorWords } from "../../words/indicator.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { workbenchWords } from "../../words/workbench.ts";
import { FACETS, type Facet, type WorkbenchSearch } from "./search.ts";

export interface FacetListProps {
  counts: SearchView["facets"];
  chosen: WorkbenchSearch;
  onChange(facet: Facet, values: string[] | undefined): void;
}

/** What the rows can be narrowed by, with how many each choice leaves. */
export function FacetList({ counts, chosen, onChange }: FacetListProps) {
  const w = useWords(workbenchWords);
  const name = useFacetNames();
  return (
    <div className="flex flex-col gap-3 text-[.9rem]">
      {FACETS.map((facet) => {
        const held = chosen[facet] ?? [];
        const offered = counts[facet];
        // A choice that leaves nothing stays in sight, so that it can be taken back.
        const gone = held
          .filter((v) => !offered.some((o) => o.value === v))
          .map((value) => ({ value, count: 0 }));
        const all = [...offered, ...gone];
        if (all.length < 2 && held.length === 0) return null;
        return (
          <fieldset key={facet}>
            <legend className="text-[.8rem] text-ink3">{w.facets[facet]}</legend>
            {all.map(({ value, count }) => (
              <label key={value} className="flex min-h-[1.75rem] items-center gap-2">
                <input
                  type="checkbox"
                  className="size-4 shrink-0 accent-accent"
                  checked={held.includes(value)}
                  onChange={(e) => {
                    const next = e.target.checked ? [...held, value] : held.filter((v) => v !== value);
                    onChange(facet, next.length === 0 ? undefined : next);
                  }}
                />
                <span className="min-w-0 flex-1">{name(facet, value)}</span>
                <span className="num text-ink3">{formatNumber(count, 0)}</span>
              </label>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}

/** A facet's value as people say it; agencies go by their short id. */
function useFacetNames(): (facet: Facet, value: string) => string {
  const w = useWords(workbenchWords);
  const i = useWords(indicatorWords);
  const lang = useLang();
  return (facet, value) => {
    switch (facet) {
      case "themes":
        return w.themes[value] ?? value;
      case "frequencies":
        return formatWords(lang).frequency[value as Frequency] ?? value;
      case "sourceClasses":
        return i.meta.sourceClasses[value as SourceClass] ?? value;
      case "measures":
        return i.meta.measures[value as Measure] ?? value;
      case "adjustments":
        return w.adjustments[value] ?? value;
      case "origins":
        return w.origins[value] ?? value;
      case "agencies":
        return value;
    }
  };
}
