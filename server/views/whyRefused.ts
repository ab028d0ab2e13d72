import { AppError } from "../../models/errors.ts";
import type { Words } from "../../models/indicators/indicator.ts";

/**
 * Why an analysis is missing, for the page that shows none: what was found and what is needed, in its own words, or `otherwise`
 * where it speaks for operators only. Throws on what is no refusal: a fault is not told as a lack of figures.
 */
export function whyRefused(error: unknown, otherwise: Words): Words {
  if (!(error instanceof AppError) || error.code !== "not-enough-data") throw error;
  return error.words ?? otherwise;
}
