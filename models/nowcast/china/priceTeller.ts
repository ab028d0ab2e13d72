import { AppError } from "../../errors.ts";
import type { Readings } from "../../readings/readings.ts";
import type { IsoDate } from "../../series/date.ts";
import { type Period, periodOfSlot, slotOf } from "../../series/period.ts";
import { byVintage } from "./byVintage.ts";
import { daysBefore } from "./daysBefore.ts";
import type { ToldDensity } from "./nowcastResult.ts";
import { widening } from "./pastScales.ts";
import { type FittedTerm, fitPrices, type PriceFit } from "./priceFit.ts";
import { firstTold, type PriceSpecification, priceIndicators } from "./priceSpecification.ts";
import { type Known, termValue } from "./priceTerm.ts";
import { firstDays, type Publication } from "./publications.ts";
import { toldDensity } from "./toldDensity.ts";

/** Days before its figure at which each past month teaches: with little of the month known, and with all. */
const LESSONS = [21, 1] as const;
/** Months that a term is carried on at most. */
const FARTHEST = 24;

/** What is told of a month, and all it is told from. */
export interface ToldPrice {
  period: Period;
  day: IsoDate;
  last: { period: Period; value: number };
  fit: PriceFit;
  known: Known;
  density: ToldDensity;
}

export interface PriceTeller {
  publications: readonly Publication[];
  told(period: Period, day: IsoDate): ToldPrice;
}

/** The value of a term for month t, carried on by its own autoregression where not known, and how much of its variance is open. */
export function termForecast(
  { term, mean, persistence, sd }: FittedTerm,
  known: Known,
  t: number,
): { value: number; variance: number } {
  for (let n = 0; n <= FARTHEST; n++) {
    const x = termValue(term, known, t - n);
    if (x === null) continue;
    const left = persistence ** n;
    return { value: mean + left * (x - mean), variance: sd ** 2 * (1 - left ** 2) };
  }
  return { value: mean, variance: sd ** 2 };
}

/** Σ β(k) x̂(k, t): by how much the rate is told to change. */
export function toldChange(fit: PriceFit, known: Known, t: number): number {
  return fit.terms.reduce((sum, k) => sum + k.coefficient * termForecast(k, known, t).value, 0);
}

/** Months with a figure of each indicator, as the end of a day knew them. */
export function knownOn(readings: Readings, indicators: readonly string[], day: IsoDate): Known {
  return new Map(
    indicators.map((id) => {
      const { values, firstSlot } = readings.series(id, day);
      return [
        id,
        new Map(values.flatMap((v, i): [number, number][] => (v === null ? [] : [[firstSlot + i, v]]))),
      ];
    }),
  );
}

/**
 * Tells a yearly rate of prices for the month after the last one published:
 *   ŷ(t) = y(t−1) + Σ β(k) x̂(k, t),   Var = c² (σ² + Σ β(k)² Var x̂(k, t))
 * Coefficients (priceFit.ts) as known on the day y(t−1) came out, kept until y(t) does; c from past errors (pastScales.ts). Throws
 * AppError("invalid-input") for any other month.
 */
export function priceTeller(read: Readings, specification: PriceSpecification): PriceTeller {
  const readings = byVintage(read);
  const { target } = specification;
  const indicators = priceIndicators(specification);
  const publications = [...firstDays(readings, target, "M")]
    .sort(([a], [b]) => a - b)
    .map(([slot, first]): Publication => {
      const series = readings.series(target, first.published);
      const actual = series.values[slot - series.firstSlot]!;
      return { period: periodOfSlot(slot, "M"), actual, ...first };
    });
  const cameOut = new Map(publications.map((p) => [slotOf(p.period, "M"), p.published]));
  const fits = new Map<number, PriceFit>();
  const lessons: { published: IsoDate; z: number[] }[] = [];

  const fitOf = (t: number, published: IsoDate): PriceFit => {
    const held = fits.get(t) ?? fitPrices(specification, knownOn(readings, indicators, published), t);
    fits.set(t, held);
    return held;
  };

  const learnt = (day: IsoDate): number[] => {
    for (let next = publications[lessons.length]; next && next.published <= day; ) {
      const { period, published, actual } = next;
      const z = LESSONS.flatMap((before) => {
        const on = daysBefore(published, before);
        const previous = cameOut.get(slotOf(period, "M") - 1);
        if (slotOf(period, "M") < firstTold(specification) || !previous || previous > on) return [];
        const { mean, sd } = plain(period, on);
        return [(actual - mean) / sd];
      });
      lessons.push({ published, z });
      next = publications[lessons.length];
    }
    return lessons.flatMap((l) => (l.published <= day ? l.z : []));
  };

  /** Mean and standard deviation before any widening by the past. */
  const plain = (period: Period, day: IsoDate) => {
    const t = slotOf(period, "M");
    const known = knownOn(readings, indicators, day);
    const published = cameOut.get(t - 1);
    const value = known.get(target)?.get(t - 1);
    if (published === undefined || value === undefined || published > day)
      throw new AppError(
        "invalid-input",
        `${target} of ${period} is told once ${periodOfSlot(t - 1, "M")} is known; it was not on ${day}`,
      );
    const fit = fitOf(t, published);
    const variance = fit.terms.reduce(
      (sum, k) => sum + k.coefficient ** 2 * termForecast(k, known, t).variance,
      fit.sigma ** 2,
    );
    return {
      known,
      fit,
      last: { period: periodOfSlot(t - 1, "M"), value },
      mean: value + toldChange(fit, known, t),
      sd: Math.sqrt(variance),
    };
  };

  return {
    publications,
    told(period, day) {
      const { mean, sd, ...rest } = plain(period, day);
      return { period, day, ...rest, density: toldDensity(mean, sd * widening(learnt(day), 0.8)) };
    },
  };
}
