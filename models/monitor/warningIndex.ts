import { AppError } from "../errors.ts";
import type { IsoDate } from "../series/date.ts";
import { parseIsoDate } from "../series/date.ts";
import { type Period, periodOfSlot, slotOf, slotOfDay } from "../series/period.ts";
import type { Series } from "../series/series.ts";
import { type IndexMonth, indexMonth } from "./indexMonth.ts";
import { type LightState, lightPath } from "./lightPath.ts";
import type { BoundsRow } from "./lights.ts";
import type { Preset, PresetMember } from "./preset.ts";

export interface MemberPath {
  member: PresetMember;
  /** One per month of the index, aligned with `months`. */
  states: readonly LightState[];
}

export interface WarningIndex {
  preset: Preset;
  asOf: IsoDate;
  months: readonly IndexMonth[];
  members: readonly MemberPath[];
}

/** Months kept before `asOf` where the caller names no first month. */
const FIRST_MONTH: Period = "2008-01";

/**
 * The warning index of a preset as known on a day: S(t) = scale · Σ wᵢ sᵢ(t), one entry per month from `first`
 * up to the last month that ended by `asOf` and that any member has spoken of.
 * `series` holds each member's series as of that day, by indicator; a member without one counts as missing.
 * Bounds are those in force on each month's last day.
 */
export function warningIndex(
  preset: Preset,
  series: ReadonlyMap<string, Series>,
  bounds: readonly BoundsRow[],
  asOf: IsoDate,
  first: Period = FIRST_MONTH,
): WarningIndex {
  const from = slotOf(first, "M");
  const to = Math.min(lastSpoken(preset, series), lastEnded(asOf));
  const members = preset.members.map((member): MemberPath => {
    const published = series.get(member.indicator);
    if (published && published.frequency !== "M")
      throw new AppError(
        "invalid-input",
        `${member.indicator} is ${published.frequency}; a preset's members are monthly`,
      );
    const states = published ? lightPath(preset.id, member, published, bounds, from, to) : absent(from, to);
    return { member, states };
  });
  const months: IndexMonth[] = [];
  for (let i = 0; i <= to - from; i++)
    months.push(
      indexMonth(
        preset,
        from + i,
        members.map((m) => m.states[i]!),
      ),
    );
  return { preset, asOf, months, members };
}

function lastSpoken(preset: Preset, series: ReadonlyMap<string, Series>): number {
  let last = Number.NEGATIVE_INFINITY;
  for (const member of preset.members) {
    const s = series.get(member.indicator);
    const i = s ? s.values.findLastIndex((v) => v !== null) : -1;
    if (s && i >= 0) last = Math.max(last, s.firstSlot + i);
  }
  return last;
}

function lastEnded(asOf: IsoDate): number {
  const day = parseIsoDate(asOf);
  if (day === null) throw new AppError("invalid-input", `not a date: "${asOf}"; needed YYYY-MM-DD`);
  return slotOfDay(day + 1, "M") - 1;
}

function absent(from: number, to: number): LightState[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => ({
    period: periodOfSlot(from + i, "M"),
    light: null,
    value: null,
    carried: false,
    covered: false,
    reason: "unknown",
  }));
}
