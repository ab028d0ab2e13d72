import { periodOfSlot, slotOf } from "./period.ts";
import type { Series } from "./series.ts";

/**
 * A plain series for examples and tests: consecutive periods from `start`, every number normal,
 * every null a `not-published` gap.
 */
export function testSeries(
  start: string,
  values: readonly (number | null)[],
  head: Partial<Pick<Series, "indicator" | "region" | "frequency" | "basis" | "unit">> = {},
): Series {
  const frequency = head.frequency ?? "M";
  const basis = head.basis ?? "period";
  const firstSlot = slotOf(start, frequency);
  return {
    indicator: head.indicator ?? "example.level",
    region: head.region ?? "CHN",
    frequency,
    basis,
    unit: head.unit ?? "index",
    firstSlot,
    periods: values.map((_, i) => periodOfSlot(firstSlot + i, frequency, basis)),
    values: [...values],
    status: values.map((v) => (v === null ? "missing" : "normal")),
    reasons: values.map((v) => (v === null ? "not-published" : null)),
    vintages: values.map(() => null),
  };
}
