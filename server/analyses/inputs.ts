import { createHash } from "node:crypto";
import type { ReadVintage } from "../../db/stores/contract.ts";
import type { ReadSeries } from "../../models/readings/readings.ts";
import type { IsoDate } from "../../models/series/date.ts";

/** The figures that a day knew. */
export function knownUntil(read: readonly ReadSeries[], until: IsoDate): ReadSeries[] {
  return read.map(({ head, history }) => ({ head, history: history.filter((o) => o.vintage <= until) }));
}

/**
 * The fingerprint of figures: SHA-256 over series, period, vintage, number and status of each, in the order of the
 * store. The load that brought a figure is no part of it: the same figures loaded anew are the same.
 */
export function fingerprintOf(known: readonly ReadSeries[]): string {
  const hash = createHash("sha256");
  for (const { head, history } of known) {
    let lines = `${head.indicator}@${head.region}\n`;
    for (const o of history) lines += `${o.period} ${o.vintage} ${o.value} ${o.status} ${o.reason}\n`;
    hash.update(lines);
  }
  return hash.digest("hex");
}

/** By indicator the newest vintage read, and how many figures. */
export function vintagesRead(known: readonly ReadSeries[]): ReadVintage[] {
  return known.map(({ head, history }) => ({
    indicator: head.indicator,
    vintage: history.reduce<IsoDate | null>((a, o) => (a !== null && a > o.vintage ? a : o.vintage), null),
    observations: history.length,
  }));
}
