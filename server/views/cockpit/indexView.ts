import type { LightBounds } from "../../../db/stores/contract.ts";
import { AppError } from "../../../models/errors.ts";
import {
  contributions,
  headlineMonth,
  monthsInZone,
  nearestMembers,
  zoneDistance,
} from "../../../models/monitor/readIndex.ts";
import type { WarningIndex } from "../../../models/monitor/warningIndex.ts";
import type { WarningIndexView } from "../../routers/views.ts";

/** Months of the index line: seven years and the one before. */
const HISTORY = 96;
/** A month is drawn once the members it lacks leave it less than this share of the scale. */
const TOLD_SHARE = 0.5;
/** Members shown as nearest to a change. */
const NEAREST = 3;

/** The month the page speaks of. Throws AppError("not-enough-data") when no month has enough members. */
export function headlineMonthOf(index: WarningIndex): number {
  const at = headlineMonth(index);
  if (at === null) {
    throw new AppError(
      "not-enough-data",
      `${index.preset.id} needs 60 % of its members in one month by ${index.asOf}; none has them`,
    );
  }
  return at;
}

/** The warning index as the cockpit shows it: where it stands, which way it came, what carries it, how far to the next zone. */
export function indexView(index: WarningIndex, bounds: readonly LightBounds[]): WarningIndexView {
  const { preset } = index;
  const at = headlineMonthOf(index);
  const month = index.months[at]!;
  const { toUp, toDown } = zoneDistance(index, at);
  const [low, high] = preset.range;
  const told = index.months.findIndex((m) => m.max - m.min < TOLD_SHARE * (high - low));
  return {
    preset: preset.id,
    title: preset.title,
    of: index.members.length,
    period: month.period,
    value: month.value!,
    previous: index.months[at - 1]?.value ?? null,
    light: month.light!,
    bounds: [...preset.bounds],
    scale: [...preset.range],
    arrived: month.arrived,
    monthsInZone: monthsInZone(index, at),
    history: index.months.slice(Math.max(told, at + 1 - HISTORY), at + 1).map((m) => ({ ...m })),
    contributions: contributions(index, at)
      .filter((c) => c.light !== null)
      .map((c) => ({
        indicator: c.member.indicator,
        short: c.member.short,
        light: c.light!,
        weight: c.member.weight,
        points: c.points!,
        change: c.change,
      })),
    toUp,
    toDown,
    nearest: nearestMembers(index, at, bounds)
      .slice(0, NEAREST)
      .map((n) => ({
        indicator: n.member.indicator,
        short: n.member.short,
        unit: n.member.unit,
        decimals: n.member.decimals,
        distance: n.step * n.distance,
        towards: n.towards,
      })),
    substituted: preset.members.flatMap((m) =>
      m.substitutes
        ? [{ zh: `${m.short.zh}：${m.substitutes.zh}`, en: `${m.short.en}: ${m.substitutes.en}` }]
        : [],
    ),
  };
}
