/** How often a series is observed: annual, quarterly, monthly, weekly, daily (SDMX CL_FREQ). */
export const FREQUENCIES = ["A", "Q", "M", "W", "D"] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** Periods in one year, the seasonal length m of a frequency. A day has no fixed calendar season: 1. */
export const PERIODS_PER_YEAR: Readonly<Record<Frequency, number>> = { A: 1, Q: 4, M: 12, W: 52, D: 1 };
