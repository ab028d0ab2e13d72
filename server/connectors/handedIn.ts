import { AppError } from "../../models/errors.ts";
import { INDICATORS, REGIONS } from "../../models/indicators/registry.ts";
import { readTidyDocument } from "../ingest/readTidyDocument.ts";
import type { Connector } from "./contract.ts";

const CATALOGUE = { indicators: INDICATORS, regions: REGIONS };

/**
 * Documents that a data steward hands in: a tidy table of any indicators of the catalogue. Nothing is ever
 * fetched by it; which agency answers for a figure stands in the catalogue.
 */
export const handedIn: Connector = {
  id: "tidy",
  title: { zh: "报送的整洁表", en: "Tidy tables handed in" },
  homepage: "about:blank",
  licence: "依指标目录 / as the catalogue says of each indicator",
  agency: "GUANLAN",
  provides: INDICATORS.map((i) => i.id),
  format: "tidy",
  plan: () => [],
  fetch: ({ path }) =>
    Promise.reject(
      new AppError("source-unavailable", `documents handed in are not fetched; asked for "${path}"`),
    ),
  parse: (document) => readTidyDocument(document, CATALOGUE),
};
