import { createHash } from "node:crypto";
import type { ReadVintage } from "../../db/stores/contract.ts";
import type { ReadSeries } from "../../models/analyses/readings.ts";
import type { IsoDate } from "../../models/series/date.ts";

/**
 * The figures that a day knew, and their fingerprint: SHA-256 over series, period, vintage, number and status of each, in the
 * order of the store. The load that brought a figure is no part of it: the same figures loaded anew are the same.
 */
export function knownUntil(
  read: readonly ReadSeries[],
  until: IsoDate,
): { known: ReadSeries[]; inputs: string } {
  const hash = createHash("sha256");
  const known = read.map(({ head, history }) => {
    const seen = history.filter((o) => o.vintage <= until);
    hash.update(`${head.indicator}@${head.region}\n`);
    for (const o of seen) hash.update(`${o.period} ${o.vintage} ${o.value} ${o.status} ${o.reason}\n`);
    return { head, history: seen };
  });
  return { known, inputs: hash.digest("hex") };
}

/** By indicator the newest vintage read, and how many figures. */
export function vintagesRead(known: readonly ReadSeries[]): ReadVintage[] {
  return known.map(({ head, history }) => ({
    indicator: head.indicator,
    vintage: history.reduce<IsoDate | null>((a, o) => (a !== null && a > o.vintage ? a : o.vintage), null),
    observations: history.length,
  }));
}
