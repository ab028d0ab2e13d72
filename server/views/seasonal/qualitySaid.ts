import type { Words } from "../../../models/indicators/indicator.ts";
import { type Band, type QualityReading, worstBand } from "../../../models/seasonal/quality/qualityBands.ts";
import { readingWords } from "../../../models/seasonal/quality/readingWords.ts";
import type { QualitySaid } from "../../routers/views.ts";

/** The readings of an adjustment with their sentences. Q2 repeats Q without one part and is left to the file. */
export function qualitySaid(readings: readonly QualityReading[]): QualitySaid[] {
  return readings
    .filter((r) => r.measure !== "q2")
    .map((r) => {
      const { name, band, says } = readingWords(r);
      return { ...r, name, bandName: band, says };
    });
}

/** What a reader should hold of the whole: the first of the worst readings, or that all is well. */
export function verdictOf(readings: readonly QualityReading[]): { band: Band; says: Words } {
  const band = worstBand(readings);
  const worst = readings.find((r) => r.band === band && band !== "good");
  return {
    band,
    says: worst
      ? readingWords(worst).says
      : { zh: "各项质量检验都通过，可以使用。", en: "All quality checks pass: fit for use." },
  };
}
