import { useState } from "react";
import { AGENCIES } from "../../../models/indicators/agencies.ts";
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
          <FacetGroup
            key={facet}
            title={w.facets[facet]}
            items={all.map((o) => ({ ...o, name: name(facet, o.value), held: held.includes(o.value) }))}
            onChange={(value, on) => {
              const next = on ? [...held, value] : held.filter((v) => v !== value);
              onChange(facet, next.length === 0 ? undefined : next);
            }}
          />
        );
      })}
    </div>
  );
}

/** Choices shown before the rest is asked for. */
const SHOWN = 7;

interface FacetGroupProps {
  title: string;
  items: readonly { value: string; count: number; name: string; held: boolean }[];
  onChange(value: string, on: boolean): void;
}

function FacetGroup({ title, items, onChange }: FacetGroupProps) {
  const w = useWords(workbenchWords);
  const [all, setAll] = useState(false);
  const shown = all || items.length <= SHOWN + 1 ? items : items.filter((o, i) => i < SHOWN || o.held);
  return (
    <fieldset>
      <legend className="text-[.8rem] text-ink3">{title}</legend>
      {shown.map((o) => (
        <label key={o.value} className="flex min-h-[1.75rem] items-start gap-2 py-0.5">
          <input
            type="checkbox"
            className="mt-[.2rem] size-4 shrink-0 accent-accent"
            checked={o.held}
            onChange={(e) => onChange(o.value, e.target.checked)}
          />
          <span className="min-w-0 flex-1 leading-snug">{o.name}</span>
          <span className="num text-ink3">{formatNumber(o.count, 0)}</span>
        </label>
      ))}
      {shown.length < items.length && (
        <button type="button" className="link min-h-7 text-[.84rem]" onClick={() => setAll(true)}>
          {w.moreChoices(items.length - shown.length)}
        </button>
      )}
    </fieldset>
  );
}

/** A facet's value as people say it. */
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
        return AGENCIES.find((a) => a.id === value)?.name[lang] ?? value;
    }
  };
}
