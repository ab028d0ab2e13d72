import { x11 } from "../../../models/seasonal/x11/x11.ts";
import type { SeasonalMa, SeasonalMode, X11Options } from "../../../models/seasonal/x11/x11Options.ts";
import type { ReferenceCase } from "../case.ts";
import type { Compare } from "../compare.ts";
import type { MethodCheck } from "../method.ts";

/** What X-13 writes where a table has no value. */
const NONE = -999;

export const check: MethodCheck = {
  method: "x13_x11",
  answeredBy: "seasonal/x11/x11.ts#x11",
  source: "Ladiray & Quenneville (2001), Seasonal Adjustment with the X-11 Method",
  tolerance: "tables 1e-7 of each figure",
  reason: "Saved tables carry 15 digits.",
  check(c, compare) {
    const series = c.input as { values: number[]; start: [number, number]; frequency: 12 | 4 };
    const options = {
      ...x11OptionsOf(String(c.params.spec)),
      period: series.frequency,
      firstPeriod: series.start[1],
    };
    const result = x11(Float64Array.from(series.values), options);
    compareTables(c, compare, result.tables, series.start, series.frequency);
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
  const calendar = one("calendarsigma");
  return {
    mode: (one("mode") ?? "mult") as SeasonalMode,
    seasonalMa: filters.length > 1 ? filters : (filters[0] ?? "msr"),
    trendMa: one("trendma") === undefined ? "auto" : Number(one("trendma")),
    ...(one("trendic") === undefined ? {} : { trendIc: Number(one("trendic")) }),
    sigmaLimits: [sigma[0] ?? 1.5, sigma[1] ?? 2.5],
    calendarSigma: calendar === "all" || calendar === "signif" ? calendar : "none",
    excludeForecasts: one("excludefcst") === "yes",
    trueSevenTerm: one("true7term") === "yes",
  };
}
