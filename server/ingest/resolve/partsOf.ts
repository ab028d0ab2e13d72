import type { GateCatalogue } from "../catalogue.ts";

/** Rows of one part: small enough to fit many in memory, big enough to be worth a thread's while. */
const ROWS_PER_PART = 1_000_000;

/**
 * Parts of a document that can be resolved apart from each other: series of the gate's catalogue, whole, and
 * growth rates in one part with the levels they are the growth of (also levels the document does not bring).
 */
export function partsOf(
  catalogue: GateCatalogue,
  perSeries: Uint32Array,
  rowsPerPart = ROWS_PER_PART,
): number[][] {
  const regions = catalogue.regions.length;
  const roots = catalogue.indicators.map((_, i) => rootOf(catalogue, i));
  const families = new Map<number, Set<number>>();
  perSeries.forEach((rows, series) => {
    if (rows === 0) return;
    const place = Math.floor(series / regions);
    const region = series % regions;
    const root = roots[place]! * regions + region;
    let family = families.get(root);
    if (!family) {
      family = new Set();
      families.set(root, family);
    }
    for (let i = place; i >= 0; i = catalogue.indicators[i]!.growthOf) {
      if (family.has(i * regions + region) && i !== place) break;
      family.add(i * regions + region);
    }
  });
  const parts: number[][] = [];
  let part: number[] = [];
  let rows = 0;
  for (const family of families.values()) {
    const own = [...family].reduce((sum, series) => sum + perSeries[series]!, 0);
    if (part.length > 0 && rows + own > rowsPerPart) {
      parts.push(part);
      part = [];
      rows = 0;
    }
    part.push(...family);
    rows += own;
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

/** The level at the end of the chain of growth rates; a chain that bites its tail ends where it would repeat. */
function rootOf(catalogue: GateCatalogue, place: number): number {
  const seen = new Set<number>();
  let at = place;
  while (catalogue.indicators[at]!.growthOf >= 0 && !seen.has(at)) {
    seen.add(at);
    at = catalogue.indicators[at]!.growthOf;
  }
  return at;
}
