import { NO_REASON } from "../../db/clickhouse/encodeObservations.ts";
import { INDICATORS, REGIONS } from "../../models/indicators/registry.ts";
import { isoDate, parseIsoDate } from "../../models/series/date.ts";
import { GAP_REASONS, STATUSES, VINTAGE_BASES } from "../../models/series/observation.ts";
import { periodOfSpan } from "../../models/series/period.ts";
import type { Parsed, RawDocument } from "../connectors/contract.ts";
import { type Catalogue, gateCatalogue } from "./catalogue.ts";
import { DocumentError } from "./document/documentFault.ts";
import { findHeader } from "./document/findHeader.ts";
import { TidyReader } from "./read/tidyReader.ts";

/**
 * Reads a tidy table (CSV in UTF-8) as a connector does: observations with their lines, and the rows that
 * cannot be taken. The rules are those of ingest, which reads such documents itself and by the same code.
 * Nothing can have been said after the day of fetching.
 * Throws DocumentError when the document has no usable header.
 */
export function readTidyDocument(
  document: RawDocument,
  catalogue: Catalogue = { indicators: INDICATORS, regions: REGIONS },
): Parsed {
  const vintage = document.request.vintage === null ? null : parseIsoDate(document.request.vintage);
  const header = findHeader(document.bytes, vintage);
  if (header.kind === "fault") throw new DocumentError(header.fault);
  const gate = gateCatalogue(catalogue);
  const today = parseIsoDate(document.fetchedAt.slice(0, 10)) ?? 0;
  const reader = new TidyReader(header.layout, { catalogue: gate, today });
  const { batch, refusals } = reader.block(document.bytes, header.after, document.bytes.length);
  const indicatorOf = (row: number) => gate.indicators[Math.floor(batch.series[row]! / gate.regions.length)]!;
  const rows = Array.from({ length: batch.rows }, (_, row) => row);
  return {
    observations: rows.map((row) => {
      const status = STATUSES[batch.status[row]!]!;
      return {
        indicator: indicatorOf(row).id,
        region: gate.regions[batch.series[row]! % gate.regions.length]!,
        period: periodOfSpan(batch.start[row]!, batch.end[row]!, indicatorOf(row).basis),
        value: status === "missing" ? null : batch.value[row]!,
        status,
        reason: batch.reason[row] === NO_REASON ? null : GAP_REASONS[batch.reason[row]!]!,
        vintage: isoDate(batch.vintage[row]!),
        vintageBasis: VINTAGE_BASES[batch.basis[row]!]!,
      };
    }),
    lines: rows.map((row) => batch.line[row]! + header.line),
    rejected: refusals.kept.map(({ line, column, found, needed, rule }) => ({
      line: line + header.line,
      column,
      found,
      needed,
      rule,
    })),
  };
}
