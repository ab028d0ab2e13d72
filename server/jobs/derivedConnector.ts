import { AppError } from "../../models/errors.ts";
import type { Connector } from "../connectors/contract.ts";
import { readTidyDocument } from "../ingest/readTidyDocument.ts";

/**
 * The product's own computations as a source: nothing is fetched, the job hands the document over. Derived
 * figures thus walk the same road as published ones and end in a receipt of their own.
 */
export const derivedConnector: Connector = {
  id: "guanlan-derived",
  title: { zh: "观澜：派生指标", en: "Guanlan: derived indicators" },
  homepage: "about:blank",
  licence: "本系统由官方统计计算，注明来源 / computed from official statistics, cite the source",
  agency: "GUANLAN",
  provides: ["warning-index.nbs-10", "warning-index.sic-10"],
  format: "tidy",
  plan: () => [],
  fetch: (request) =>
    Promise.reject(
      new AppError("source-unavailable", `derived indicators are computed, not fetched: ${request.path}`),
    ),
  parse: (document) => readTidyDocument(document),
};
