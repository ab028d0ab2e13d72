import type { Words } from "../../models/indicators/indicator.ts";
import { AGENCIES, INDICATORS, type IndicatorId, REGIONS } from "../../models/indicators/registry.ts";
import { readTidyDocument } from "../ingest/readTidyDocument.ts";
import type { Connector } from "./contract.ts";
import { fetchDocument } from "./fetchDocument.ts";

const CATALOGUE = { indicators: INDICATORS, regions: REGIONS };

/** What tells one agency's tidy connector from another's. */
export interface TidySource {
  id: string;
  agency: string;
  licence: string;
  /** Path of each document, and the concepts it holds: ids that are one of these or begin with one and a dot. */
  documents: Readonly<Record<string, readonly string[]>>;
}

/** The catalogue's indicators of some concepts, as far as the agency answers for them. */
function held(agency: string, concepts: readonly string[]): IndicatorId[] {
  return INDICATORS.filter(
    (i) => i.agency === agency && concepts.some((c) => i.id === c || i.id.startsWith(`${c}.`)),
  ).map((i) => i.id);
}

/**
 * A connector for an agency whose figures come as tables in the product's own columns. A document tells the
 * whole history of its series with the day of each figure, so `since` leaves no document out: ingest takes
 * from it only what is new.
 */
export function tidyConnector(source: TidySource): Connector {
  const agency = AGENCIES.find((a) => a.id === source.agency);
  if (!agency) throw new RangeError(`connector ${source.id}: no agency "${source.agency}" in the catalogue`);
  const title: Words = { zh: `${agency.name.zh}：整洁表`, en: `${agency.name.en}: tidy tables` };
  const documents = Object.entries(source.documents).map(([path, concepts]) => ({
    path,
    holds: held(source.agency, concepts),
  }));
  return {
    id: source.id,
    title,
    homepage: agency.homepage,
    licence: source.licence,
    agency: source.agency,
    provides: [...new Set(documents.flatMap((d) => d.holds))],
    format: "tidy",
    plan: (wanted) =>
      documents
        .filter((d) => d.holds.some((id) => wanted.includes(id)))
        .map((d) => ({ connector: source.id, path: d.path, vintage: null })),
    fetch: fetchDocument,
    parse: (document) => readTidyDocument(document, CATALOGUE),
  };
}
