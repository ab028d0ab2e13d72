import { AppError } from "../../errors.ts";
import { quotedEnglish } from "../../indicators/quotedEnglish.ts";
import { quotedName } from "../../indicators/quotedName.ts";
import type { Readings } from "../../readings/readings.ts";
import { nextPeriod } from "../../series/period.ts";
import { dueDay } from "./dueDay.ts";
import { lastKnown } from "./lastKnown.ts";
import type { NowcastResult } from "./nowcastResult.ts";
import { pricePath, priceStep } from "./pricePath.ts";
import { type PriceSpecification, priceIndicators, sources } from "./priceSpecification.ts";
import { priceTeller } from "./priceTeller.ts";
import { specificationHash } from "./specification.ts";

/**
 * The yearly rate of prices in the first month without a figure, as of the newest day read: density, path over the days of release
 * since the month before came out, and the news between them (priceTeller.ts, pricePath.ts). Nothing is told of the month after.
 * Throws AppError("not-enough-data") before a year of changes is known.
 */
export function priceNowcast(readings: Readings, specification: PriceSpecification): NowcastResult {
  const { target, terms, name } = specification;
  const teller = priceTeller(readings, specification);
  const before = teller.publications.at(-1);
  if (!before)
    throw new AppError("not-enough-data", {
      zh: `截至${readings.day}，${quotedName(target)}还没有数据；至少需要一个`,
      en: `no figure of ${quotedEnglish(target)} by ${readings.day}; at least one is needed`,
    });
  const period = nextPeriod(before.period, "M");
  const path = pricePath(readings, specification, teller, period, before.published, readings.day);
  const last = path.at(-1)!;
  const own = readings.series(target);
  return {
    target,
    period,
    specification: name,
    hash: specificationHash(specification),
    method: "bridge",
    density: last.density,
    next: null,
    path: path.map(({ day, density }) => ({ day, density })),
    steps: path.slice(1).map((after, i) => priceStep(path[i]!, after)),
    members: priceIndicators(specification).flatMap((id) => {
      const known = lastKnown(readings.series(id));
      const group = sources(terms).find((t) => t.id === id)?.group ?? "prices";
      return known.last === null ? [] : [{ indicator: id, group, ...known }];
    }),
    before: {
      ...last.last,
      day: own.vintages[own.periods.indexOf(before.period)] ?? before.published,
    },
    due: dueDay(target, period),
  };
}
