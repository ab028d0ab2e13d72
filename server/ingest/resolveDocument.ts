import { join } from "node:path";
import type { Base, KnownFigures, SeriesKey } from "../../db/stores/contract.ts";
import type { GateCatalogue } from "./catalogue.ts";
import { joinRefusals, type ReadDocument } from "./readDocument.ts";
import { type Known, knownOf, nothingKnown } from "./resolve/known.ts";
import { partsOf } from "./resolve/partsOf.ts";
import type { Runner } from "./threads/runner.ts";
import type { RefusalCounts } from "./threads/tasks.ts";

/** Series whose histories are asked for at once. */
const SERIES_PER_QUERY = 200;

export interface Resolved {
  accepted: number;
  unchanged: number;
  refusals: RefusalCounts;
  /** Files of encoded observations, ready to be appended. */
  files: string[];
}

/**
 * Finds out what of a document is new, part by part: whole series with all that the base knows of them.
 * Series that nobody had figures for are registered; for them there is nothing to ask.
 */
export async function resolveDocument(
  base: Pick<Base, "directory" | "observations">,
  catalogue: GateCatalogue,
  document: ReadDocument,
  runner: Runner,
  scratch: string,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal | undefined,
): Promise<Resolved> {
  const parts = partsOf(catalogue, document.perSeries);
  const regions = catalogue.regions.length;
  const keyOf = (series: number): SeriesKey => ({
    indicator: catalogue.indicators[Math.floor(series / regions)]!.id,
    region: catalogue.regions[series % regions]!,
  });
  const held = new Set(parts.flat().filter((s) => base.directory.id(keyOf(s)) !== null));
  await base.directory.ensure(
    parts
      .flat()
      .filter((s) => document.perSeries[s]! > 0)
      .map(keyOf),
  );

  const results: { accepted: number; unchanged: number; refusals: RefusalCounts; file: string }[] = [];
  let next = 0;
  let done = 0;
  const lane = async (): Promise<void> => {
    while (next < parts.length) {
      signal?.throwIfAborted();
      const number = next++;
      const slots = parts[number]!.map((series) => ({
        series,
        id: base.directory.id(keyOf(series)) ?? 0,
      })).sort((a, b) => a.id - b.id);
      const file = join(scratch, `part-${number}.native`);
      const result = await runner.run({
        kind: "resolve",
        batches: document.batches,
        lineBase: document.lineBase,
        seriesOf: Int32Array.from(slots, (s) => s.series),
        seriesIds: Uint32Array.from(slots, (s) => s.id),
        rowsOf: Uint32Array.from(slots, (s) => document.perSeries[s.series]!),
        known: await knownFigures(base, slots, held, signal),
        path: file,
      });
      results[number] = { ...result, file };
      onProgress(++done, parts.length);
    }
  };
  await Promise.all(Array.from({ length: runner.width }, lane));
  return {
    accepted: results.reduce((sum, r) => sum + r.accepted, 0),
    unchanged: results.reduce((sum, r) => sum + r.unchanged, 0),
    refusals: joinRefusals([document.refusals, ...results.map((r) => r.refusals)]),
    files: results.filter((r) => r.accepted > 0).map((r) => r.file),
  };
}

/** Every vintage the base holds of the series of a part; those not `held` are not asked for. */
async function knownFigures(
  base: Pick<Base, "observations">,
  slots: readonly { series: number; id: number }[],
  held: ReadonlySet<number>,
  signal: AbortSignal | undefined,
): Promise<Known> {
  const asked = slots.filter(({ series }) => held.has(series)).map(({ id }) => id);
  if (asked.length === 0) return nothingKnown(slots.length);
  const pieces: KnownFigures[] = [];
  for (let from = 0; from < asked.length; from += SERIES_PER_QUERY)
    pieces.push(
      await base.observations.known(asked.slice(from, from + SERIES_PER_QUERY), signal ? { signal } : {}),
    );
  return knownOf(
    Uint32Array.from(slots, (s) => s.id),
    pieces,
  );
}
