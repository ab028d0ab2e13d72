import { AppError } from "../errors.ts";
import { partedMonths } from "../seasonal/china/partedMonths.ts";
import { seasonalPolicyOf } from "../seasonal/china/policies.ts";
import { periodOfSlot } from "../series/period.ts";
import type { Series } from "../series/series.ts";
import { comparableGrowth } from "../yearToDate/china/comparableGrowth.ts";
import type { Derivation } from "../yearToDate/china/derivation.ts";
import { DERIVATIONS } from "../yearToDate/china/derivations.ts";
import { derivedAmounts, withPublished } from "../yearToDate/china/derivedAmounts.ts";
import { type DerivedCell, gapCell, PARTED_LEVEL } from "../yearToDate/china/derivedCell.ts";
import { everyYear, onYears } from "../yearToDate/china/everyYear.ts";
import { methodOf } from "../yearToDate/china/methodOf.ts";
import { quarterRates } from "../yearToDate/china/quarterRates.ts";
import { restatedBases } from "../yearToDate/china/restatedBases.ts";
import { restatedMonths } from "../yearToDate/china/restatedMonths.ts";
import { screenRestated } from "../yearToDate/china/screenRestated.ts";
import { totalsHistory } from "../yearToDate/china/totalsHistory.ts";
import { withoutRestated } from "../yearToDate/china/withoutRestated.ts";
import { type YearOfFigures, yearsOfFigures } from "../yearToDate/china/yearsOfFigures.ts";
import type { Analysis } from "./contract.ts";
import type { DerivedColumns, DerivedSeriesResult } from "./derivedResult.ts";

/** Months and quarters out of running totals: amounts, growth on the comparable basis, January and February apart. */
export const derivedSeries: Analysis<DerivedSeriesResult> = {
  id: "derived-series",
  version: "4",
  title: { zh: "推算的当期值", en: "Derived single periods" },
  weight: "light",
  subjects: DERIVATIONS.map((d) => d.total),
  reads: (subject) => readBy(derivation(subject)),
  parameters: (subject) => ({ derivation: derivation(subject), PARTED_LEVEL }),
  compute(subject, readings) {
    const rule = derivation(subject);
    const series = readings.series(subject);
    const frequency = series.frequency === "Q" ? "Q" : "M";
    const unit = frequency === "Q" ? 3 : 1;
    const years = everyYear(yearsOfFigures(series));
    const firstYear = years[0]?.year;
    if (firstYear === undefined)
      throw new AppError("not-enough-data", `${subject} has no figure by ${readings.day}`);
    const running = years.flatMap((y) => derivedAmounts(y, unit));
    const kept = rule.restates ? screenRestated(running) : running;
    const told = rule.restatedBy
      ? withoutRestated(
          kept,
          firstYear,
          totalsHistory(readings.series(rule.restatedBy.total), readings.series(rule.restatedBy.growth)),
        )
      : kept;
    const own = rule.single ? withPublished(told, firstYear, readings.series(rule.single), unit) : told;
    const policy = rule.partedLike ? seasonalPolicyOf(rule.partedLike) : null;
    const amounts = policy ? partedMonths(own, firstYear, policy) : own;
    const growthSeries = rule.growth ? readings.series(rule.growth) : null;
    const growthYears = growthSeries ? onYears(yearsOfFigures(growthSeries), years) : [];
    const rates = growthSeries ? ratesOf(rule, series, growthSeries, years, growthYears) : null;
    const growth =
      rates && rule.singleGrowth
        ? withPublished(rates, firstYear, readings.series(rule.singleGrowth), unit)
        : rates;
    const count = 1 + amounts.findLastIndex((c) => c.value !== null || c.reason === "restated-within");
    const positions = Array.from({ length: count }, (_, i) => i).filter((i) => i % unit === unit - 1);
    const known = positions.slice(
      Math.max(
        0,
        positions.findIndex((i) => amounts[i]!.value !== null),
      ),
    );
    const named = (i: number) => periodOfSlot((12 * firstYear + i + 1) / unit - 1, frequency);
    return {
      indicator: subject,
      growthIndicator: rule.growth ?? null,
      day: readings.day,
      frequency,
      periods: known.map(named),
      amounts: columns(amounts, known, series.unit),
      growth: growth ? columns(growth, known, "percent") : null,
      method: methodOf(rule, frequency, amounts),
      refused: [
        ...rule.refused,
        ...(rule.restatedBy
          ? restatedMonths(known.filter((i) => amounts[i]?.reason === "restated-within").map(named))
          : []),
      ],
      restated: rule.route === "comparable" ? restatedBases(years, growthYears) : [],
    };
  },
};

function ratesOf(
  rule: Derivation,
  total: Series,
  growth: Series,
  years: readonly YearOfFigures[],
  growthYears: readonly YearOfFigures[],
): DerivedCell[] {
  if (rule.route === "weighted") return quarterRates(growth, total, new Map(years.map((y) => [y.year, y])));
  const unit = total.frequency === "Q" ? 3 : 1;
  return years.flatMap((y, i) => comparableGrowth(y, growthYears[i]!, unit));
}

function columns(cells: readonly DerivedCell[], at: readonly number[], unit: string): DerivedColumns {
  const of = at.map((i) => cells[i] ?? gapCell("no-total"));
  return {
    unit,
    values: of.map((c) => c.value),
    lower: of.map((c) => c.lower),
    upper: of.map((c) => c.upper),
    how: of.map((c) => c.how),
    months: of.map((c) => c.months),
    vintages: of.map((c) => c.vintage),
    reasons: of.map((c) => c.reason),
  };
}

const readBy = (d: Derivation): string[] =>
  [
    ...new Set([d.total, d.growth, d.single, d.singleGrowth, d.restatedBy?.total, d.restatedBy?.growth]),
  ].filter((id) => id !== undefined);

function derivation(subject: string): Derivation {
  const found = DERIVATIONS.find((d) => d.total === subject);
  if (!found)
    throw new AppError(
      "not-found",
      `nothing is derived from ${subject}; derived are ${DERIVATIONS.map((d) => d.total).join(", ")}`,
    );
  return found;
}
