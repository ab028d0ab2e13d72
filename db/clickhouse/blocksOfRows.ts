import { AppError } from "../../models/errors.ts";
import { parseIsoDate } from "../../models/series/date.ts";
import type { Observation } from "../../models/series/observation.ts";
import { parsePeriod } from "../../models/series/period.ts";
import {
  basisCode,
  encodeObservations,
  observationColumns,
  reasonCode,
  statusCode,
} from "./encodeObservations.ts";

const ROWS_A_BLOCK = 100_000;

/**
 * Observations as blocks for the engine. Throws AppError("invalid-input") for a row that is none: a number
 * beside status missing, none beside another status, no reason for a gap, no such period or day.
 */
export function* blocksOfRows(rows: Iterable<Observation & { seriesId: number }>): Generator<Uint8Array> {
  let columns = observationColumns(ROWS_A_BLOCK);
  let at = 0;
  for (const row of rows) {
    const span = parsePeriod(row.period);
    const vintage = parseIsoDate(row.vintage);
    const missing = row.status === "missing";
    if (span === null) throw refused(row, `"${row.period}" is no period`);
    if (vintage === null) throw refused(row, `"${row.vintage}" is no day`);
    if (missing !== (row.value === null) || (row.value !== null && !Number.isFinite(row.value)))
      throw refused(row, `value ${row.value} does not go with status ${row.status}`);
    if (missing !== (row.reason !== null))
      throw refused(row, `reason ${row.reason} does not go with status ${row.status}`);
    columns.seriesId[at] = row.seriesId;
    columns.start[at] = span.start;
    columns.end[at] = span.end;
    columns.vintage[at] = vintage;
    columns.value[at] = row.value ?? 0;
    columns.status[at] = statusCode(row.status);
    columns.reason[at] = reasonCode(row.reason);
    columns.basis[at] = basisCode(row.vintageBasis);
    if (++at === ROWS_A_BLOCK) {
      yield encodeObservations(columns, at);
      columns = observationColumns(ROWS_A_BLOCK);
      at = 0;
    }
  }
  if (at > 0) yield encodeObservations(columns, at);
}

function refused(row: Observation, why: string): AppError {
  return new AppError(
    "invalid-input",
    `${row.indicator} ${row.region} ${row.period} of ${row.vintage} cannot be stored: ${why}`,
  );
}
