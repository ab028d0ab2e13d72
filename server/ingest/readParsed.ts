import { basisCode, reasonCode, statusCode } from "../../db/clickhouse/encodeObservations.ts";
import { type EpochDay, parseIsoDate } from "../../models/series/date.ts";
import type { Observation } from "../../models/series/observation.ts";
import { type PeriodSpan, parsePeriod } from "../../models/series/period.ts";
import type { Parsed } from "../connectors/contract.ts";
import { checkRows } from "./gate/checkRows.ts";
import { malformedPeriod } from "./gate/malformedPeriod.ts";
import { malformedVintage } from "./gate/malformedVintage.ts";
import { Refusals } from "./gate/refusals.ts";
import type { GateContext, ReadRule } from "./gate/rule.ts";
import { unknownIndicator } from "./gate/unknownIndicator.ts";
import { unknownRegion } from "./gate/unknownRegion.ts";
import { normaliseText } from "./read/normaliseText.ts";
import type { TidyColumn } from "./read/readHeader.ts";
import { countSeries, type ReadDocument } from "./readDocument.ts";
import { dropRefused, rowBatch } from "./rowBatch.ts";

/** Where an observation stands in the columns; or the rule that keeps it out of them. */
function placed(o: Observation, { catalogue }: GateContext): Placed | Misplaced {
  const indicator = catalogue.indicatorPlaces.get(normaliseText(o.indicator));
  if (indicator === undefined) return { rule: unknownIndicator, column: "indicator", found: o.indicator };
  const region = catalogue.regionPlaces.get(normaliseText(o.region));
  if (region === undefined) return { rule: unknownRegion, column: "region", found: o.region };
  const span = parsePeriod(o.period);
  if (!span) return { rule: malformedPeriod, column: "period", found: o.period };
  const vintage = parseIsoDate(o.vintage);
  if (vintage === null) return { rule: malformedVintage, column: "vintage", found: o.vintage };
  return { rule: null, series: indicator * catalogue.regions.length + region, span, vintage };
}

interface Placed {
  rule: null;
  series: number;
  span: PeriodSpan;
  vintage: EpochDay;
}
interface Misplaced {
  rule: ReadRule;
  column: TidyColumn;
  found: string;
}

/**
 * What a connector read from a document in its source's own form, as the same columns and through the same
 * rules as a tidy table.
 */
export function readParsed(parsed: Parsed, context: GateContext): ReadDocument {
  const { catalogue } = context;
  const refusals = new Refusals();
  const batch = rowBatch(parsed.observations.length);
  const source: number[] = [];
  parsed.observations.forEach((o, i) => {
    const line = parsed.lines[i] ?? 0;
    const place = placed(o, context);
    if (place.rule !== null) {
      const { rule, column, found } = place;
      refusals.add(
        rule,
        { line, column },
        () => found,
        () => rule.needed(found, context, column),
      );
      return;
    }
    const row = batch.rows++;
    source[row] = i;
    batch.series[row] = place.series;
    batch.start[row] = place.span.start;
    batch.end[row] = place.span.end;
    batch.vintage[row] = place.vintage;
    batch.value[row] = o.value ?? 0;
    batch.blank[row] = o.value === null ? 1 : 0;
    batch.status[row] = statusCode(o.status);
    batch.reason[row] = reasonCode(o.reason);
    batch.basis[row] = basisCode(o.vintageBasis);
    batch.line[row] = line;
  });
  const refused = checkRows(batch, context, (rule, row, needed) => {
    const o = parsed.observations[source[row]!]!;
    const found = {
      indicator: o.indicator,
      region: o.region,
      period: o.period,
      value: o.value,
      status: o.status,
      reason: o.reason,
      vintage: o.vintage,
      vintage_basis: o.vintageBasis,
    }[rule.column];
    refusals.add(rule, { line: batch.line[row]!, column: rule.column }, () => String(found ?? ""), needed);
  });
  dropRefused(batch, refused);
  const shared = { memory: batch.memory, capacity: batch.value.length, rows: batch.rows };
  const perSeries = new Uint32Array(catalogue.indicators.length * catalogue.regions.length);
  countSeries(shared, perSeries);
  const rejected = parsed.rejected.map((r) => ({ kind: "rejected" as const, ...r, observation: null }));
  const counts = { ...refusals.counts };
  for (const { rule } of rejected) counts[rule] = (counts[rule] ?? 0) + 1;
  return {
    batches: [shared],
    lineBase: [0],
    perSeries,
    read: parsed.observations.length + rejected.length,
    refusals: {
      kept: [...refusals.kept, ...rejected].sort((a, b) => a.line - b.line),
      counts,
      rejected: refusals.rejected + rejected.length,
      quarantined: 0,
    },
  };
}
