import type { SeriesKey, User } from "../../db/stores/contract.ts";
import { AppError } from "../../models/errors.ts";
import type { Indicator, Words } from "../../models/indicators/indicator.ts";
import type { Region } from "../../models/indicators/region.ts";
import { AGENCIES, INDICATORS, indicatorById, REGIONS } from "../../models/indicators/registry.ts";

const agencyNames = new Map(AGENCIES.map((a) => [a.id, a.name]));
const regions = new Map(REGIONS.map((r) => [r.code, r]));

/** May this user read this indicator? Grades are checked here and nowhere else. */
export function maySee(user: User, indicator: Indicator): boolean {
  return user.grades.includes(indicator.grade);
}

/** The indicators of the catalogue that a user may read. */
export function visibleIndicators(user: User): readonly Indicator[] {
  return INDICATORS.filter((i) => maySee(user, i));
}

/**
 * The indicator a page asks for. One that the user may not read answers exactly like one that does not exist,
 * so that its existence does not leak.
 */
export function indicatorFor(user: User, id: string): Indicator {
  const found = indicatorById(id);
  if (!found || !maySee(user, found))
    throw new AppError("not-found", `no indicator "${id}" in the catalogue`);
  return found;
}

/** May this user read all of these? An id that is no indicator's hides nothing. */
export function maySeeAll(user: User, ids: readonly string[]): boolean {
  return ids.every((id) => {
    const found = indicatorById(id);
    return !found || maySee(user, found);
  });
}

/** Stands where a result would, without a word of which figures it is made of. */
export const ABOVE_GRADE: Words = {
  zh: "这项结果用到了您无权查看的数据，因此不展示。",
  en: "This result is made of figures that you may not read, so it is not shown.",
};

/** A result is refused like the figures in it: AppError("not-found") where one of them is above the user's grades. */
export function refuseAboveGrade(user: User, ids: readonly string[]): void {
  if (!maySeeAll(user, ids)) throw new AppError("not-found", ABOVE_GRADE);
}

export function regionOf(code: string): Region {
  const found = regions.get(code);
  if (!found) throw new AppError("not-found", `no region "${code}"`);
  return found;
}

export function agencyName(id: string): Words {
  return agencyNames.get(id) ?? { zh: id, en: id };
}

/** Source line of an indicator: agency and table. */
export function sourceWords(indicator: Indicator): Words {
  const agency = agencyName(indicator.agency);
  return {
    zh: `${agency.zh}《${indicator.sourceTable.zh}》`,
    en: `${agency.en}, ${indicator.sourceTable.en}`,
  };
}

/** Keys of the series that exist for an indicator, national first. */
export function keysOf(all: readonly { key: SeriesKey }[], indicator: string): SeriesKey[] {
  return all
    .map((s) => s.key)
    .filter((k) => k.indicator === indicator)
    .sort(
      (a, b) => Number(b.region === "CHN") - Number(a.region === "CHN") || a.region.localeCompare(b.region),
    );
}
