import type { Indicator } from "../../models/indicators/indicator.ts";
import type { Region } from "../../models/indicators/region.ts";
import { normaliseText } from "./read/normaliseText.ts";

/** The catalogue a load is judged by: what may be loaded, for where. */
export interface Catalogue {
  indicators: readonly Indicator[];
  regions: readonly Region[];
}

/** What the gate asks of an indicator; plain data, so that it travels to a thread. */
export interface GateIndicator {
  id: string;
  frequency: Indicator["frequency"];
  basis: Indicator["basis"];
  measure: Indicator["measure"];
  unit: string;
  decimals: number;
  min: number;
  max: number;
  /** Place of the level this is the growth of; -1 for none. */
  growthOf: number;
  /** Percentage points by which growth on comparable coverage may part from its levels. */
  growthTolerance: number;
  /** Days before its end from which a period may be published. */
  publishedAhead: number;
}

/** The catalogue as the gate uses it: places instead of ids. Series number = indicator × regions + region. */
export interface GateCatalogue {
  indicators: readonly GateIndicator[];
  regions: readonly string[];
  /** Normalised code or unambiguous name → place. */
  indicatorPlaces: ReadonlyMap<string, number>;
  regionPlaces: ReadonlyMap<string, number>;
}

/** Names under which something may be written, without those that two things share. */
function places(entries: readonly { code: string; names: readonly string[] }[]): Map<string, number> {
  const found = new Map<string, number>();
  const shared = new Set<string>();
  entries.forEach((entry, place) => {
    for (const name of new Set(entry.names.map(normaliseText))) {
      if (found.has(name) && found.get(name) !== place) shared.add(name);
      found.set(name, place);
    }
  });
  for (const name of shared) found.delete(name);
  // A code always means its own entry, whatever else is called so.
  entries.forEach((entry, place) => {
    found.set(normaliseText(entry.code), place);
  });
  return found;
}

/** Prepares a catalogue for the gate. Indicators may be written by id or full name, regions by code or name. */
export function gateCatalogue(catalogue: Catalogue): GateCatalogue {
  const place = new Map(catalogue.indicators.map((indicator, i) => [indicator.id, i]));
  return {
    indicators: catalogue.indicators.map((i) => ({
      id: i.id,
      frequency: i.frequency,
      basis: i.basis,
      measure: i.measure,
      unit: i.unit,
      decimals: i.decimals,
      min: i.range[0],
      max: i.range[1],
      growthOf: i.growthOf === undefined ? -1 : (place.get(i.growthOf) ?? -1),
      growthTolerance: i.growthTolerance ?? 0,
      publishedAhead: i.publishedAhead ?? 0,
    })),
    regions: catalogue.regions.map((r) => r.code),
    indicatorPlaces: places(catalogue.indicators.map((i) => ({ code: i.id, names: [i.name.zh, i.name.en] }))),
    regionPlaces: places(
      catalogue.regions.map((r) => ({
        code: r.code,
        names: [r.name.zh, r.name.en, r.short.zh, r.short.en],
      })),
    ),
  };
}
