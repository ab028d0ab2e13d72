import { dieboldMariano } from "../../../models/evaluation/dieboldMariano.ts";
import { densityOn, fitOn, members, panelOn } from "../../../models/nowcast/china/growthNowcast.ts";
import { GROWTH_SPECIFICATION } from "../../../models/nowcast/china/growthSpecification.ts";
import { firstKnown, knownOn } from "../../../models/nowcast/china/knownOn.ts";
import { isoDate, parseIsoDate } from "../../../models/series/date.ts";
import { leastSquaresAr } from "./leastSquaresAr.ts";
import { GROWTH_TABLES, shippedSeries } from "./shippedSeries.ts";

/**
 * The pseudo-real-time record of the nowcast of growth: each quarter from 2010, weeks before its figure, against the last
 * published figure and an autoregression chosen by BIC. Parameters are estimated anew on each day.
 * The last stage is a week: industry and retail of the third month come out together with the figure, but the publication rules
 * have them up to some days earlier. Run: npx tsx tests/bench/record/nowcastRecord.ts
 */
const WEEKS = [20, 16, 12, 8, 4, 2, 1];
const { running, members: list, target } = GROWTH_SPECIFICATION;
const shipped = shippedSeries(GROWTH_TABLES, [...list.map((m) => m.id), running!.growth, running!.level]);
const series = members(shipped, GROWTH_SPECIFICATION);
const gdp = series[list.findIndex((m) => m.id === target)]!;

interface Told {
  year: number;
  weeks: number;
  nowcast: number;
  naive: number;
  ar: number;
  covered: boolean;
}

const told: Told[] = [];
gdp.values.forEach((actual, i) => {
  const period = gdp.periods[i]!;
  const year = Number(period.slice(0, 4));
  const published = firstKnown(gdp, i);
  if (actual === null || published === null || year < 2010) return;
  for (const weeks of WEEKS) {
    const day = isoDate(parseIsoDate(published)! - 7 * weeks);
    const history = knownOn(gdp, day).values.slice(0, i);
    const last = history.findLastIndex((v) => v !== null);
    const known = history.filter((v): v is number => v !== null);
    const density = densityOn(
      fitOn(series, GROWTH_SPECIFICATION, day),
      panelOn(series, GROWTH_SPECIFICATION, day).panel,
      GROWTH_SPECIFICATION,
      period,
    );
    const eighty = density.intervals.find((x) => x.level === 80)!;
    told.push({
      year,
      weeks,
      nowcast: density.mean - actual,
      naive: history[last]! - actual,
      ar: leastSquaresAr(known, i - last) - actual,
      covered: actual >= eighty.lower && actual <= eighty.upper,
    });
  }
});

const rmse = (errors: number[]): string =>
  Math.sqrt(errors.reduce((s, e) => s + e * e, 0) / errors.length).toFixed(3);

for (const [name, keep] of [
  ["2010–2019", (y: number) => y < 2020],
  ["2010–2025", () => true],
  ["2010–2025 without 2020–2021", (y: number) => y < 2020 || y > 2021],
] as const) {
  console.log(`\n${name}\nweeks before   n  nowcast   naive      AR  p(naive)  p(AR)  80 %`);
  for (const weeks of WEEKS) {
    const at = told.filter((t) => t.weeks === weeks && keep(t.year));
    const of = (key: "nowcast" | "naive" | "ar"): number[] => at.map((t) => t[key]);
    const p = (other: "naive" | "ar"): string =>
      dieboldMariano(of("nowcast"), of(other), { alternative: "less" }).pValue.toFixed(3);
    const share = ((100 * at.filter((t) => t.covered).length) / at.length).toFixed(0);
    console.log(
      [String(weeks).padStart(12), String(at.length).padStart(4), rmse(of("nowcast")).padStart(8)]
        .concat([rmse(of("naive")).padStart(7), rmse(of("ar")).padStart(7), p("naive").padStart(9)])
        .concat([p("ar").padStart(6), share.padStart(5)])
        .join(" "),
    );
  }
}
