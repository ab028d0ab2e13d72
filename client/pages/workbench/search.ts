import { MEASURES, SOURCE_CLASSES, THEMES } from "../../../models/indicators/indicator.ts";
import { FREQUENCIES } from "../../../models/series/frequency.ts";
import { TRANSFORMS, type Transform } from "../../../models/transforms/transform.ts";
import type { SearchFacets } from "../../../server/routers/views.ts";
import { compact, listAmong, listOf, oneOf, type RawSearch, textOf } from "../../api/searchParams.ts";
import { RANGES, type Range } from "../indicator/search.ts";
import { keyText, parseKeys } from "./basket.ts";

export const FACETS = [
  "themes",
  "frequencies",
  "sourceClasses",
  "agencies",
  "measures",
  "adjustments",
  "origins",
] as const satisfies readonly (keyof SearchFacets)[];
export type Facet = (typeof FACETS)[number];

export const SORTS = ["relevance", "name", "updated"] as const;
export type Sort = (typeof SORTS)[number];

export type WorkbenchSearch = { [F in Facet]?: string[] } & {
  q?: string;
  sort?: Sort;
  /** Series in the comparison: `cpi.yoy@CHN`. */
  sel?: string[];
  transform?: Transform;
  range?: Range;
};

export function workbenchSearch(raw: RawSearch): WorkbenchSearch {
  const transform = oneOf(raw.transform, TRANSFORMS);
  const sel = parseKeys(listOf(raw.sel) ?? []).map(keyText);
  return compact({
    q: textOf(raw.q),
    themes: listAmong(raw.themes, THEMES),
    frequencies: listAmong(raw.frequencies, FREQUENCIES),
    sourceClasses: listAmong(raw.sourceClasses, SOURCE_CLASSES),
    agencies: listOf(raw.agencies),
    measures: listAmong(raw.measures, MEASURES),
    adjustments: listAmong(raw.adjustments, ["none", "seasonal"] as const),
    origins: listAmong(raw.origins, ["real", "simulated"] as const),
    sort: oneOf(raw.sort, SORTS),
    sel: sel.length === 0 ? undefined : sel,
    transform: transform === "none" ? undefined : transform,
    range: oneOf(raw.range, RANGES),
  });
}

/** The facets a search has chosen, as the server takes them. */
export function chosenFacets(search: WorkbenchSearch): { [F in Facet]?: string[] } {
  return Object.fromEntries(FACETS.flatMap((f) => (search[f] ? [[f, search[f]]] : [])));
}
