import { qsOfIrregular, qsOfSeries } from "../../../models/seasonal/quality/qsStatistic.ts";
import { type X11Quality, x11Quality } from "../../../models/seasonal/quality/x11Quality.ts";
import { type X11Result, x11 } from "../../../models/seasonal/x11/x11.ts";
import type {
  CalendarSigma,
  SeasonalMa,
  SeasonalMode,
  X11Options,
} from "../../../models/seasonal/x11/x11Options.ts";
import type { ReferenceCase } from "../case.ts";
import type { Compare } from "../compare.ts";
import type { MethodCheck } from "../method.ts";

/** What X-13 writes where a table has no value. */
const NONE = -999;

export const check: MethodCheck = {
  method: "x13_x11",
  answeredBy: "seasonal/x11/x11.ts#x11, seasonal/quality/x11Quality.ts#x11Quality",
  source: "Ladiray & Quenneville (2001), Seasonal Adjustment with the X-11 Method",
  tolerance: "tables 1e-7 of each figure; diagnostics to the last digit printed",
  reason: "Saved tables carry 15 digits, diagnostics two to fourteen.",
  check(c, compare) {
    const series = c.input as { values: number[]; start: [number, number]; frequency: 12 | 4 };
    const options = {
      ...x11OptionsOf(String(c.params.spec)),
      period: series.frequency,
      firstPeriod: series.start[1],
    };
    const original = Float64Array.from(series.values);
    const result = x11(original, options);
    compareTables(c, compare, result.tables, series.start, series.frequency);
    const theirs = c.output.diagnostics as Record<string, string>;
    compareDiagnostics(compare, theirs, original, result, series.start);
  },
};

/** Every stored table, from the date of its first value on; differences relative to the figure, near zero to the table's size. */
export function compareTables(
  c: ReferenceCase,
  compare: Compare,
  ours: Readonly<Record<string, Float64Array>>,
  start: readonly [number, number],
  frequency: number,
): void {
  const theirs = c.output.tables as Record<string, { first: number; values: number[] }>;
  for (const [name, table] of Object.entries(theirs)) {
    const own = ours[name];
    const first = (Math.floor(table.first / 100) - start[0]) * frequency + (table.first % 100) - start[1];
    const size = Math.max(...table.values.filter((v) => v !== NONE).map(Math.abs));
    compare.equal(`${name} is there`, own ? "yes" : "no", "yes");
    table.values.forEach((v, i) => {
      const at = `${name}[${first + i}]`;
      compare.relative(at, own?.[first + i], v === NONE ? Number.NaN : v, 1e-7, 1e-3 * size);
    });
  }
}

/** The arguments of x11{…} that bear on the numbers. */
export function x11OptionsOf(spec: string): Omit<X11Options, "period" | "firstPeriod"> {
  const body = /x11\s*\{([^}]*)\}/i.exec(spec)?.[1] ?? "";
  const list = (name: string): string[] =>
    (new RegExp(`\\b${name}\\s*=\\s*(\\([^)]*\\)|[\\w.]+)`, "i").exec(body)?.[1] ?? "")
      .replace(/[()]/g, " ")
      .split(/[\s,]+/)
      .filter((v) => v !== "")
      .map((v) => v.toLowerCase());
  const one = (name: string) => list(name)[0];
  const filters = list("seasonalma") as SeasonalMa[];
  const sigma = list("sigmalim").map(Number);
  return {
    mode: (one("mode") ?? "mult") as SeasonalMode,
    seasonalMa: filters.length > 1 ? filters : (filters[0] ?? "msr"),
    trendMa: one("trendma") === undefined ? "auto" : Number(one("trendma")),
    ...(one("trendic") === undefined ? {} : { trendIc: Number(one("trendic")) }),
    sigmaLimits: [sigma[0] ?? 1.5, sigma[1] ?? 2.5],
    calendarSigma: calendarSigmaOf(one("calendarsigma"), list("sigmavec")),
    excludeForecasts: one("excludefcst") === "yes",
    trueSevenTerm: one("true7term") === "yes",
  };
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** `select` names the months (q1 … q4) of the first group; the rest are the second. */
function calendarSigmaOf(choice: string | undefined, named: readonly string[]): CalendarSigma {
  if (choice !== "select") return choice === "all" || choice === "signif" ? choice : "none";
  const quarterly = named.some((v) => v.startsWith("q"));
  return (quarterly ? ["q1", "q2", "q3", "q4"] : MONTHS).map((v) => named.includes(v));
}

/**
 * The diagnostics of F2, F3, the F tests, QS and the moving seasonality table D9A, to the last digit printed. Not compared:
 * spectra and their peaks, Friedman-like `np*` tests and the letters of D8B, which X-11 itself does not use; `qs…rsd`, which
 * are of an ARIMA model that these cases lack.
 */
export function compareDiagnostics(
  compare: Compare,
  theirs: Readonly<Record<string, string>>,
  original: Float64Array,
  result: X11Result,
  start: readonly [number, number],
  differences = 1,
): void {
  const q = x11Quality(original, result, differences);
  const ours = {
    ...ofQuality(q, result),
    ...spreads(original, result),
    ...ofRecentYears(theirs, original, result, start, differences),
  };
  for (const [key, values] of Object.entries(ours)) {
    const printed = theirs[key];
    if (printed === undefined) continue;
    const tokens = printed.trim().split(/\s+/);
    values.forEach((v, i) => {
      if (v === null || tokens[i] === undefined) return;
      if (typeof v === "string") compare.equal(key, v, tokens[i]);
      else compare.absolute(`${key} [${i}]`, v, Number(tokens[i]), halfDigit(tokens[i]!));
    });
  }
}

/** Half a unit of the last printed digit, with room for a figure that stood on the edge. */
function halfDigit(printed: string): number {
  const [mantissa = "", exponent = "0"] = printed.toUpperCase().split("E");
  const decimals = mantissa.split(".")[1]?.length ?? 0;
  return 0.51 * 10 ** (Number(exponent) - decimals);
}

type Row = readonly (number | string | null)[];

function ofQuality(q: X11Quality, result: X11Result): Record<string, Row> {
  const { measures: f2, statistics, qs } = q;
  const m = result.plan.period;
  const two = (k: number) => String(k).padStart(2, "0");
  const rows: Record<string, Row> = {
    "d11.f": [q.residual.all.f, 100 * q.residual.all.p],
    "d11.3y.f": q.residual.lastThreeYears
      ? [q.residual.lastThreeYears.f, 100 * q.residual.lastThreeYears.p]
      : [],
    "f2.d": [f2.runs.adjusted, f2.runs.irregular, f2.runs.trend, f2.runs.smoothed],
    "f2.e": [...f2.icRatios],
    "f2.mcd": [f2.monthsForDominance],
    "f2.f": [f2.variance.irregular, f2.variance.trend, f2.variance.seasonal, 0, 0, f2.variance.total],
    "f2.g": [...f2.autocorrelation],
    "f2.ic": [q.icRatio],
    "f2.is": [q.isRatio],
    "f2.fsb1": [q.stableB1.f, 100 * q.stableB1.p],
    "f2.fsd8": [q.stableD8.f, 100 * q.stableD8.p],
    "f2.kw": [q.kruskalWallis.h, 100 * q.kruskalWallis.p],
    "f2.msf": [q.movingD8.f, 100 * q.movingD8.p],
    "f2.idseasonal": [q.identifiable.answer === "not-present" ? "no" : "yes"],
    "f3.q": [statistics.q],
    "f3.qm2": [statistics.q2],
    "f3.fail": [statistics.failures],
    sfmsr: [result.seasonalMa.chosen?.slice(1) ?? null],
    finaltrendma: [result.trendTerms.d12],
    qsori: [qs.original.qs, qs.original.p],
    qssadj: [qs.adjusted.qs, qs.adjusted.p],
    qssadjevadj: [qs.modifiedAdjusted.qs, qs.modifiedAdjusted.p],
    qsirr: [qs.irregular.qs, qs.irregular.p],
    qsirrevadj: [qs.modifiedIrregular.qs, qs.modifiedIrregular.p],
  };
  statistics.m.forEach((v, i) => {
    rows[`f3.m${two(i + 1)}`] = [v];
  });
  result.seasonalMa.passes.forEach((v, i) => {
    rows[`autosf.msr${two(i + 1)}`] = [v];
  });
  // D9A is in percent of the log components where they are logs.
  const scale = result.plan.mode === "logadd" ? 100 : 1;
  for (let k = 0; k < m; k++) {
    const c = result.movingSeasonality;
    rows[`d9a.${two(k + 1)}`] = [scale * c.irregular[k]!, scale * c.seasonal[k]!, c.ratios[k]!];
    rows[`f2.a${two(k + 1)}`] = [
      ...[f2.original, f2.adjusted, f2.irregular, f2.trend, f2.seasonal].map((x) => x.size[k]!),
      0,
      0,
      ...[f2.smoothed, f2.modifiedOriginal, f2.modifiedAdjusted, f2.modifiedIrregular].map((x) => x.size[k]!),
    ];
    const { irregular, trend, seasonal, ratio } = f2.shares;
    rows[`f2.b${two(k + 1)}`] = [irregular[k]!, trend[k]!, seasonal[k]!, 0, 0, 100, ratio[k]!];
    const moves = [f2.original, f2.irregular, f2.trend, f2.seasonal, f2.adjusted, f2.smoothed];
    rows[`f2.c${two(k + 1)}`] = moves.flatMap((x) => [x.mean[k]!, x.deviation[k]!]);
  }
  return rows;
}

/** Root mean square of the month's changes of E5 (original), E6 (adjusted) and E7 (trend). */
function spreads(original: Float64Array, result: X11Result): Record<string, Row> {
  const ratio = result.plan.mode !== "add";
  const rms = (x: Float64Array) => {
    let squares = 0;
    for (let t = 1; t < x.length; t++)
      squares += (ratio ? 100 * (x[t]! / x[t - 1]! - 1) : x[t]! - x[t - 1]!) ** 2;
    return [Math.sqrt(squares / (x.length - 1))];
  };
  return { "chsd.e5": rms(original), "chsd.e6": rms(result.tables.d11), "chsd.e7": rms(result.tables.d12) };
}

/** QS of the span that the spectra start from. */
function ofRecentYears(
  theirs: Readonly<Record<string, string>>,
  original: Float64Array,
  result: X11Result,
  start: readonly [number, number],
  differences: number,
): Record<string, Row> {
  const m = result.plan.period;
  // The last 96 figures unless the file names a start.
  const found = /^(\d+)\w+ \w+,(\d+)$/.exec(theirs.startspec?.trim() ?? "");
  const from = found
    ? (Number(found[2]) - start[0]) * m + Number(found[1]) - start[1]
    : Math.max(original.length - 96, 0);
  const neutral = result.plan.mode === "add" ? 0 : 1;
  const ofSeries = (x: Float64Array): Row => {
    const { qs, p } = qsOfSeries(x.slice(from), m, differences);
    return [qs, p];
  };
  const ofIrregular = (x: Float64Array): Row => {
    const { qs, p } = qsOfIrregular(
      x.slice(from).map((v) => v - neutral),
      m,
    );
    return [qs, p];
  };
  const { d11, d13, e2, e3 } = result.tables;
  return {
    qssori: ofSeries(original),
    qsssadj: ofSeries(d11),
    qsssadjevadj: ofSeries(e2),
    qssirr: ofIrregular(d13),
    qssirrevadj: ofIrregular(e3),
  };
}
