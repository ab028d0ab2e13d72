import type { Readings } from "../../readings/readings.ts";
import type { IsoDate } from "../../series/date.ts";
import type { VintageBasis } from "../../series/observation.ts";
import { type Period, periodOfSlot, slotOf } from "../../series/period.ts";
import { targetOn } from "./growthPanel.ts";
import type { NowcastSpecification } from "./specification.ts";

/** A figure of the target as it was first told. */
export interface Publication {
  period: Period;
  published: IsoDate;
  actual: number;
  basis: VintageBasis;
}

type FirstDay = Omit<Publication, "period" | "actual">;

/** The day each slot of an indicator was first spoken of with a number, and how that day is known. */
export function firstDays(
  readings: Readings,
  indicator: string,
  frequency: "M" | "Q",
): Map<number, FirstDay> {
  const first = new Map<number, FirstDay>();
  for (const o of readings.history(indicator)) {
    const slot = slotOf(o.period, frequency);
    if (o.value !== null && o.vintage < (first.get(slot)?.published ?? "9999"))
      first.set(slot, { published: o.vintage, basis: o.vintageBasis });
  }
  return first;
}

/** Every quarter of growth as first told, oldest first; those before the first single quarter on the day of their running growth. */
export function publicationsOf(
  readings: Readings,
  { target, running, ...rest }: NowcastSpecification,
): Publication[] {
  const own = firstDays(readings, target, "Q");
  const begins = Math.min(...own.keys());
  const before = [...firstDays(readings, running.growth, "Q")].filter(([slot]) => slot < begins);
  return [...before, ...own]
    .sort(([a], [b]) => a - b)
    .flatMap(([slot, day]) => {
      const growth = targetOn(readings, { target, running, ...rest }, day.published);
      const actual = growth.values[slot - growth.firstSlot] ?? null;
      return actual === null ? [] : [{ period: periodOfSlot(slot, "Q"), actual, ...day }];
    });
}
