import type { MeasurementRow } from "../measurementRow.ts";
import type { NewsGroup } from "./nowcastResult.ts";

/** One series of a nowcast: its id in the catalogue, the part of the economy it tells of, and how it enters the model. */
export interface Member {
  id: string;
  group: NewsGroup;
  row: MeasurementRow;
  /** Its own part: AR(1) unless white. */
  idiosyncratic?: "ar1" | "white";
  /** Figures of a quarter's last month come out with the target, whatever a publication rule dates them: unknown before it. */
  withTarget?: boolean;
}

/** A nowcast as data: what is told, from what, since when. Members enter in percent or as the source's index. */
export interface NowcastSpecification {
  name: string;
  target: string;
  /** The running growth and running amounts that tell the target before it was published itself (quarterGrowth.ts). */
  running: { growth: string; level: string };
  members: readonly Member[];
  /** First month of the panel, year × 12 + month from 0. */
  since: number;
  factors: number;
  order: number;
  /** Autoregression, month on month, to which the target's own part is held: near 1, its mean moves slowly and is not returned to. */
  ownPersistence: number;
}

/** FNV-1a, 32 bits, of a specification as JSON, in hexadecimal: the same text, the same model. */
export function specificationHash(specification: object): string {
  let hash = 0x811c9dc5;
  for (const letter of JSON.stringify(specification))
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
