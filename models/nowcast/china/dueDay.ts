import { releaseDate } from "../../calendar/releaseDate.ts";
import { indicatorById } from "../../indicators/registry.ts";
import type { IsoDate } from "../../series/date.ts";
import type { Period } from "../../series/period.ts";

/** The day on which the publication rule has a figure come out; null where the catalogue has no rule. */
export function dueDay(target: string, period: Period): IsoDate | null {
  const indicator = indicatorById(target);
  return indicator && !indicator.update.onChange ? releaseDate(indicator.update, period) : null;
}
