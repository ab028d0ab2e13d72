import type { MeasurementRow } from "../measurementRow.ts";

/** One series of a nowcast: its id in the catalogue, and its row where its form does not tell it (rowOf); its own part AR(1) unless white. */
export interface Member {
  id: string;
  row?: MeasurementRow;
  idiosyncratic?: "ar1" | "white";
}

/** A nowcast as data: what is told, from what, since when. Members enter in percent or as the source's index. */
export interface NowcastSpecification {
  name: string;
  target: string;
  /** The running growth and running amounts that tell the target before it was published itself (quarterGrowth.ts). */
  running?: { growth: string; level: string };
  members: readonly Member[];
  /** First month of the panel, year × 12 + month from 0. */
  since: number;
  factors: number;
  order: number;
}

/** FNV-1a, 32 bits, of the specification as JSON, in hexadecimal: the same text, the same model. */
export function specificationHash(specification: NowcastSpecification): string {
  let hash = 0x811c9dc5;
  for (const letter of JSON.stringify(specification))
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
