import { releaseDate } from "../../models/calendar/releaseDate.ts";
import { springFestival } from "../../models/calendar/springFestival.ts";
import { isWorkingDay } from "../../models/calendar/workingDays.ts";
import { indicatorById } from "../../models/indicators/registry.ts";
import { civil, type EpochDay, type IsoDate, isoDate, parseIsoDate } from "../../models/series/date.ts";
import type { Frequency } from "../../models/series/frequency.ts";
import { periodOfSlot, slotOfDay, spanOf } from "../../models/series/period.ts";
import { normal, uniform } from "./random.ts";
import type { SimulatedRow } from "./simulatedRow.ts";

const FIRST_DAY = 17_897; // 2019-01-01
const BASE_YEAR = 2019;

/** How one simulated index moves. Percent unless said otherwise. */
interface Shape {
  indicator: string;
  frequency: Frequency;
  seed: number;
  /** Growth a year. */
  trend: number;
  /** Fall in the days around the Spring Festival, at its deepest. */
  festival: number;
  /** Fall on weekends and days off. */
  rest: number;
  /** Standard deviation of the lasting and of the passing disturbance of one period. */
  lasting: number;
  passing: number;
}

const SHAPES: readonly Shape[] = [
  {
    indicator: "sim.job-postings.index",
    frequency: "W",
    seed: 11,
    trend: 3,
    festival: 45,
    rest: 0,
    lasting: 1.2,
    passing: 1.5,
  },
  {
    indicator: "sim.truck-traffic.index",
    frequency: "D",
    seed: 12,
    trend: 4,
    festival: 60,
    rest: 12,
    lasting: 0.4,
    passing: 2,
  },
  {
    indicator: "sim.e-invoice.index",
    frequency: "M",
    seed: 13,
    trend: 6,
    festival: 18,
    rest: 8,
    lasting: 0.8,
    passing: 1,
  },
];

/** Distance in days to the nearest Spring Festival. */
function toFestival(day: EpochDay): number {
  const { year } = civil(day);
  const days = [year - 1, year, year + 1].map((y) => parseIsoDate(springFestival(y) ?? "") ?? Number.NaN);
  return Math.min(...days.filter(Number.isFinite).map((d) => Math.abs(day - d)));
}

/**
 * The level a day would have without disturbance:
 *   L(d) = 100 (1+g)^((d−d0)/365.25) (1 − f exp(−(k/9)²)) (1 − r on days of rest)
 * g trend, f depth of the festival, k days from it, r fall on days of rest.
 */
function level(shape: Shape, day: EpochDay): number {
  const growth = (1 + shape.trend / 100) ** ((day - FIRST_DAY) / 365.25);
  const festival = 1 - (shape.festival / 100) * Math.exp(-((toFestival(day) / 9) ** 2));
  const rest = isWorkingDay(day) ? 1 : 1 - shape.rest / 100;
  return 100 * growth * festival * rest;
}

function index(shape: Shape, until: IsoDate): SimulatedRow[] {
  const known = indicatorById(shape.indicator);
  if (!known) throw new RangeError(`no indicator "${shape.indicator}" to simulate`);
  const gauss = normal(uniform(shape.seed));
  const raw: { period: string; value: number; vintage: IsoDate }[] = [];
  let state = 0;
  for (let slot = slotOfDay(FIRST_DAY, shape.frequency); ; slot++) {
    const period = periodOfSlot(slot, shape.frequency);
    const vintage = releaseDate(known.update, period);
    if (vintage > until) break;
    state = 0.97 * state + shape.lasting * gauss();
    const { start, end } = spanOf(period);
    let sum = 0;
    for (let day = start; day <= end; day++) sum += level(shape, day);
    const value = (sum / (end - start + 1)) * (1 + (state + shape.passing * gauss()) / 100);
    raw.push({ period, value, vintage });
  }
  const base = raw.filter((r) => r.period.startsWith(`${BASE_YEAR}`));
  const mean = base.reduce((sum, r) => sum + r.value, 0) / base.length;
  return raw.map((r) => ({
    indicator: shape.indicator,
    region: "CHN",
    period: r.period,
    value: Number(((100 * r.value) / mean).toFixed(1)),
    vintage: r.vintage,
  }));
}

/** Simulated platform data as published until a day: job postings, truck traffic, e-invoices; 2019 = 100. */
export function simulatePlatforms(until: IsoDate): SimulatedRow[] {
  return SHAPES.flatMap((shape) => index(shape, until)).filter(
    (r) => r.vintage <= until && r.vintage >= isoDate(FIRST_DAY),
  );
}
