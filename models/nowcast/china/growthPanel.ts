import type { Readings } from "../../readings/readings.ts";
import { asOf } from "../../series/asOf.ts";
import type { IsoDate } from "../../series/date.ts";
import { slotOfDay, spanOf } from "../../series/period.ts";
import { lastIndex, type Series, seriesOf } from "../../series/series.ts";
import { quarterGrowth } from "../../yearToDate/china/quarterGrowth.ts";
import type { FactorModel } from "../factorModel.ts";
import type { FactorPanel } from "../factorPanel.ts";
import { nowcastPanel } from "../nowcastPanel.ts";
import type { Member, NowcastSpecification } from "./specification.ts";

/** Indicators that a specification reads. */
export const indicatorsOf = ({ members, running }: NowcastSpecification): string[] => [
  ...members.map((m) => m.id),
  running.growth,
  running.level,
];

/** Quarterly growth as the end of a day knew it, single quarters before they were published from running growth. */
export function targetOn(
  readings: Readings,
  { target, running }: NowcastSpecification,
  day: IsoDate,
): Series {
  return quarterGrowth(
    readings.series(target, day),
    readings.series(running.growth, day),
    readings.series(running.level, day),
  );
}

/**
 * The members of a specification as its model reads them at the end of a day, on the vintages of that day. Nothing before
 * `since`; of members that come out together with the target, no last month of a quarter before the target's own figure.
 */
export function membersOn(readings: Readings, specification: NowcastSpecification, day: IsoDate): Series[] {
  const { target, since, members } = specification;
  const growth = targetOn(readings, specification, day);
  const last = lastIndex(growth);
  const known = last === null ? Number.NEGATIVE_INFINITY : growth.firstSlot + last;
  return members.map((member) => {
    const series = member.id === target ? growth : pairedMonths(readings, member, day);
    const values = series.values.map((v, i) => {
      const slot = series.firstSlot + i;
      const month = series.frequency === "Q" ? 3 * slot + 2 : slot;
      const early = member.withTarget && month % 3 === 2 && Math.floor(month / 3) > known;
      return month < since || early ? null : v;
    });
    return { ...series, values };
  });
}

/** Model and panel of what the end of a day knew. */
export function growthPanel(
  readings: Readings,
  specification: NowcastSpecification,
  day: IsoDate,
): { model: FactorModel; panel: FactorPanel } {
  const { members, factors, order } = specification;
  return nowcastPanel(
    membersOn(readings, specification, day).map((series, i) => {
      const { id, row, idiosyncratic } = members[i]!;
      return { series, id, row, ...(idiosyncratic ? { idiosyncratic } : {}) };
    }),
    [{ name: "global", factors, order }],
  );
}

/** A series in which January–February stands as a pair from the row's first such year on, where single months are told as well. */
function pairedMonths(readings: Readings, { id, row }: Member, day: IsoDate): Series {
  const series = readings.series(id, day);
  if (row.kind !== "january-february") return series;
  const from = row.since ?? 0;
  const rows = asOf(readings.history(id), day).filter(({ period }) => {
    const { end, months } = spanOf(period);
    const slot = slotOfDay(end, "M");
    return months !== 1 || slot < from || slot % 12 > 1;
  });
  return seriesOf(series, rows);
}
