import { type IsoDate, isoDate } from "../../models/series/date.ts";
import { WHOLE_BASE } from "./figureLoads.ts";
import type { Clickhouse } from "./openClickhouse.ts";

/** What the base holds, and its newest vintage; null for an empty base. */
export async function countFigures(
  clickhouse: Clickhouse,
): Promise<{ observations: number; series: number; vintages: number; newest: IsoDate | null }> {
  const answer = await clickhouse.read(
    `SELECT count() AS observations, uniqExact(vintage) AS vintages, max(vintage) AS newest,
  assumeNotNull((SELECT uniqExact(series_id) FROM latest)) AS series FROM observations`,
    { limits: WHOLE_BASE },
  );
  const one = (name: string): number => answer.numbers(name)[0]!;
  const observations = one("observations");
  return {
    observations,
    series: one("series"),
    vintages: one("vintages"),
    newest: observations === 0 ? null : isoDate(one("newest")),
  };
}

/** A load smaller than this, or than a twentieth of the base, is left to the engine's own merging. */
const BIG_LOAD = 200_000;

/** Merges the parts of the base after a big load: reads over many parts take two to four times as long. */
export async function tidyFigures(clickhouse: Clickhouse, loaded: number): Promise<void> {
  if (loaded < BIG_LOAD) return;
  const { observations } = await countFigures(clickhouse);
  if (loaded * 20 < observations) return;
  const local = clickhouse.cluster === null ? "" : "_local";
  for (const table of ["observations", "latest"])
    await clickhouse.run(`OPTIMIZE TABLE ${table}${local} FINAL`);
}
