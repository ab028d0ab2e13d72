import { STATUSES } from "../../../models/series/observation.ts";
import type { Gathered } from "./gather.ts";
import type { Known } from "./known.ts";

const MISSING = STATUSES.indexOf("missing");

interface Said {
  vintage: number;
  /** null where the figure was missing. */
  value: number | null;
}

/**
 * What is known of one series on any day: the base's history and the document's rows together, the
 * document's later where both speak on one day. For the rules that compare a row with other periods.
 */
export class Timeline {
  readonly #said = new Map<number, Said[]>();

  constructor(rows: Gathered, known: Known, slot: number) {
    for (let k = known.offsets[slot]!; k < known.offsets[slot + 1]!; k++) {
      this.#add(
        known.start[k]!,
        known.end[k]!,
        known.vintage[k]!,
        known.status[k] === MISSING ? null : known.value[k]!,
      );
    }
    for (let n = rows.offsets[slot]!; n < rows.offsets[slot + 1]!; n++) {
      const i = rows.order[n]!;
      this.#add(
        rows.start[i]!,
        rows.end[i]!,
        rows.vintage[i]!,
        rows.status[i] === MISSING ? null : rows.value[i]!,
      );
    }
    for (const said of this.#said.values()) said.sort((a, b) => a.vintage - b.vintage);
  }

  #add(start: number, end: number, vintage: number, value: number | null): void {
    const key = keyOf(start, end);
    const said = this.#said.get(key);
    if (said) said.push({ vintage, value });
    else this.#said.set(key, [{ vintage, value }]);
  }

  /** The figure of a period as known on a day; null when missing or not yet said. */
  asOf(start: number, end: number, day: number): number | null {
    const said = this.#said.get(keyOf(start, end));
    if (!said) return null;
    for (let i = said.length - 1; i >= 0; i--) if (said[i]!.vintage <= day) return said[i]!.value;
    return null;
  }
}

/** Periods are at most a year long: start and length as one number. */
const keyOf = (start: number, end: number): number => start * 512 + (end - start);
