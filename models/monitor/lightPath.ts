import { epochDay, type IsoDate, isoDate } from "../series/date.ts";
import type { GapReason } from "../series/observation.ts";
import { type Period, periodOfSlot } from "../series/period.ts";
import type { Series } from "../series/series.ts";
import { type BoundsRow, boundsInForce, type Light, lightOf } from "./lights.ts";
import { memberSeries } from "./memberSeries.ts";
import type { PresetMember } from "./preset.ts";

/** One month of one member. */
export interface LightState {
  period: Period;
  /** null: no figure and none recent enough to carry, or no bounds in force. */
  light: Light | null;
  value: number | null;
  /** The month has no figure of its own: the light of another month is shown, hollow. */
  carried: boolean;
  /** A combined January–February covers this month: carried, but certain. */
  covered: boolean;
  reason: GapReason | null;
}

/** After this many months without a figure a light goes out: it would speak of another season. */
export const CARRY_MONTHS = 3;

/**
 * A member's light month by month from slot `first` to `last`, each by the bounds in force on the month's last day.
 * January under a combined January–February shows February's light, marked as carried; any other month
 * without a figure carries the last light for up to three months, with the gap's reason.
 */
export function lightPath(
  preset: string,
  member: Pick<PresetMember, "indicator" | "orientation" | "prepare" | "unit">,
  published: Series,
  rows: readonly BoundsRow[],
  first: number,
  last: number,
): LightState[] {
  const series = memberSeries(member, published);
  const own = rows.filter((r) => r.preset === preset && r.indicator === member.indicator);
  const judge = (slot: number): Light | null => {
    const value = series.values[slot - series.firstSlot] ?? null;
    if (value === null) return null;
    const row = boundsInForce(own, preset, member.indicator, lastDay(slot));
    return row ? lightOf(value, row.bounds, member.orientation) : null;
  };
  const states: LightState[] = [];
  for (let slot = first; slot <= last; slot++) {
    const i = slot - series.firstSlot;
    const period = periodOfSlot(slot, series.frequency);
    const value = series.values[i] ?? null;
    if (value !== null) {
      states.push({ period, light: judge(slot), value, carried: false, covered: false, reason: null });
      continue;
    }
    const reason = series.reasons[i] ?? (i < 0 ? "not-published" : "not-yet-released");
    const following = reason === "combined-with-next" ? judge(slot + 1) : null;
    const light = following ?? lastLight(slot, judge);
    states.push({ period, light, value: null, carried: light !== null, covered: following !== null, reason });
  }
  return states;
}

const lastDays = new Map<number, IsoDate>();

/** The last day of a month's slot; worked out once per slot, as every member of every index asks for it. */
function lastDay(slot: number): IsoDate {
  const known = lastDays.get(slot);
  if (known !== undefined) return known;
  const year = Math.floor(slot / 12);
  const day = isoDate(epochDay(year, slot - 12 * year + 2, 0));
  lastDays.set(slot, day);
  return day;
}

function lastLight(slot: number, judge: (slot: number) => Light | null): Light | null {
  for (let back = 1; back <= CARRY_MONTHS; back++) {
    const light = judge(slot - back);
    if (light !== null) return light;
  }
  return null;
}
