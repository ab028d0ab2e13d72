import { closeSync, openSync, writeSync } from "node:fs";
import type { Region } from "../../models/indicators/region.ts";
import type { Catalogue } from "../../server/ingest/catalogue.ts";
import { testIndicator, testRegion } from "./generateCatalogue.ts";

/** A tidy document as a statistics office's archive would be: release after release, each with its revisions. */
export interface GeneratedDocument {
  indicators: number;
  regions: number;
  /** Rows in all; releases are cut off where it is reached. */
  rows: number;
  seed: number;
}

const FIRST_YEAR = 1975;
/** Each release brings the newest month, and the months one and three before it anew. */
const BACK = [0, 1, 3];

/** The catalogue that such a document is of. */
export function generatedCatalogue({
  indicators,
  regions,
}: Pick<GeneratedDocument, "indicators" | "regions">): Catalogue {
  return {
    indicators: Array.from({ length: indicators }, (_, i) =>
      testIndicator(indicatorId(i), { measure: "index", unit: "index", range: [-1000, 100_000] }),
    ),
    regions: Array.from(
      { length: regions },
      (_, i): Region => testRegion(regionCode(i), `地区${i}`, `Region ${i}`),
    ),
  };
}

const indicatorId = (i: number): string => `generated-${String(i).padStart(3, "0")}.index`;
const regionCode = (i: number): string => String(100_000 + i);
const two = (n: number): string => String(n).padStart(2, "0");
const monthText = (month: number): string =>
  `${FIRST_YEAR + Math.floor(month / 12)}-${two((month % 12) + 1)}`;

/** Mulberry32: a small seeded generator of uniform numbers in [0, 1). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Writes the document; returns the rows written. The same numbers give the same bytes. */
export function writeGeneratedDocument(path: string, document: GeneratedDocument): number {
  const random = seededRandom(document.seed);
  const keys = Array.from(
    { length: document.indicators * document.regions },
    (_, s) => `${indicatorId(Math.floor(s / document.regions))},${regionCode(s % document.regions)},`,
  );
  const hundredths = Int32Array.from(keys, () => 8000 + Math.floor(random() * 4000));
  const file = openSync(path, "w");
  let rows = 0;
  try {
    let text = "indicator,region,period,value,status,reason,vintage,vintage_basis\n";
    for (let month = 0; rows < document.rows; month++) {
      const tail = `,${monthText(month + 1)}-${two(9 + (month % 10))},release-record\n`;
      for (const back of BACK) {
        if (back > month) continue;
        const period = `${monthText(month - back)},`;
        const status = back === 0 ? ",provisional," : ",revised,";
        for (let s = 0; s < keys.length && rows < document.rows; s++) {
          // A revision moves the figure by one to four hundredths: it is always news.
          const move =
            back === 0
              ? Math.floor(random() * 81) - 40
              : (1 + Math.floor(random() * 4)) * (back === 1 ? 1 : -1);
          hundredths[s] = Math.max(100, hundredths[s]! + move);
          text += keys[s]! + period + hundredths[s]! / 100 + status + tail;
          rows++;
          if (text.length > 1 << 20) {
            writeSync(file, text);
            text = "";
          }
        }
      }
    }
    writeSync(file, text);
    return rows;
  } finally {
    closeSync(file);
  }
}

/** As a program: path, indicators, regions, rows, seed. Run apart, so that its memory is not the load's. */
if (process.argv[1] === import.meta.filename) {
  const [path = "", ...numbers] = process.argv.slice(2);
  const [indicators = 1, regions = 1, rows = 1, seed = 1] = numbers.map(Number);
  writeGeneratedDocument(path, { indicators, regions, rows, seed });
}
