import type { IsoDate } from "../models/series/date.ts";

/**
 * The day on which the seeded base stands: the shipped tables hold figures as they stood at the end of May 2025.
 * What came out after it waits in seed/figures/later for the scenario of that name.
 */
export const SEEDED_TODAY: IsoDate = "2025-05-31";
