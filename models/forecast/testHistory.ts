import type { StoredObservation } from "../series/observation.ts";
import { nextPeriod } from "../series/period.ts";

/** A monthly rate for tests of what was known when. */
export const head = {
  indicator: "cpi.yoy",
  region: "CHN",
  frequency: "M",
  basis: "period",
  unit: "percent",
} as const;

/** Its figure of a month as said on a day; null takes it back. */
export const figure = (period: string, value: number | null, vintage: string): StoredObservation => ({
  indicator: head.indicator,
  region: head.region,
  period,
  value,
  status: value === null ? "missing" : "normal",
  reason: value === null ? "withdrawn" : null,
  vintage,
  vintageBasis: "release-record",
  load: 1,
  loadedAt: "2026-01-01T00:00:00.000Z",
});

/** Monthly from 2015, published on the 9th of the month after. */
export const published = (months: number, value: (t: number) => number): StoredObservation[] =>
  Array.from({ length: months }, (_, t) => {
    const period = nextPeriod("2015-01", "M", t);
    return figure(period, value(t), `${nextPeriod(period, "M")}-09`);
  });
