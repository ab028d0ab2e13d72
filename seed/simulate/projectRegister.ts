import { springFestival } from "../../models/calendar/springFestival.ts";
import { MAINLAND_PROVINCES } from "../../models/indicators/registry.ts";
import { civil, epochDay, type IsoDate, isoDate, parseIsoDate } from "../../models/series/date.ts";
import { normal, poisson, uniform } from "./random.ts";

/** One project of the simulated register. Months count from year 0: year × 12 + month − 1. */
export interface SimulatedProject {
  id: string;
  province: string;
  /** Month in which work began. */
  started: number;
  /** Planned investment, 亿元. */
  planned: number;
  /** Month in which work was reported stopped; null where it never was. */
  stalled: number | null;
}

/** Projects a month in a province of average size. */
const PER_MONTH = 24;
/** Log of the median planned investment in 亿元, and spread of the log. */
const MEDIAN_LOG = 0.4;
const SPREAD_LOG = 1.1;
/** Share of projects whose work stops at some time. */
const STALLING = 0.06;

/** Relative weight of a province in the register, in the order of codes; the mean is one. */
const WEIGHTS = [
  1.09, 0.42, 1.09, 0.63, 0.6, 0.78, 0.35, 0.42, 1.18, 3, 1.97, 1.14, 1.27, 0.77, 2.2, 1.5, 1.36, 1.21, 3.2,
  0.68, 0.18, 0.73, 1.44, 0.53, 0.75, 0.07, 0.81, 0.29, 0.1, 0.14, 0.47,
] as const;

/** Works start less around the Spring Festival and in deep winter, more in spring and early autumn. */
function season(year: number, month: number): number {
  const festival = parseIsoDate(springFestival(year) ?? "");
  const inMonth = festival !== null && civil(festival).month === month;
  const usual = [0.7, 0.75, 1.25, 1.2, 1.1, 1.15, 1, 0.95, 1.15, 1.05, 0.95, 0.75][month - 1]!;
  return inMonth ? usual * 0.75 : usual;
}

/** The simulated register of projects begun from `from` to the month that ends on or before `until`. */
export function projectRegister(seed: number, from: IsoDate, until: IsoDate): SimulatedProject[] {
  const next = uniform(seed);
  const gauss = normal(next);
  const monthOf = (date: IsoDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const last = monthOf(until);
  const ended = isoDate(epochDay(Math.floor(last / 12), (last % 12) + 2, 0)) <= until;
  const projects: SimulatedProject[] = [];
  for (let month = monthOf(from); month <= (ended ? last : last - 1); month++) {
    const busy = season(Math.floor(month / 12), (month % 12) + 1) * (1 + 0.03 * gauss());
    MAINLAND_PROVINCES.forEach((province, place) => {
      const count = poisson(PER_MONTH * (WEIGHTS[place] ?? 1) * busy, next, gauss);
      for (let i = 0; i < count; i++) {
        const planned = Number(Math.exp(MEDIAN_LOG + SPREAD_LOG * gauss()).toFixed(2));
        const stalled = next() < STALLING ? month + 2 + Math.floor(next() * 22) : null;
        projects.push({
          id: `SIM-${province}-${month}-${i + 1}`,
          province,
          started: month,
          planned,
          stalled,
        });
      }
    });
  }
  return projects;
}
