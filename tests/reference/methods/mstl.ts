import { type MstlOptions, mstl } from "../../../models/seasonal/stl/mstl.ts";
import type { MethodCheck } from "../method.ts";

export const check: MethodCheck = {
  method: "mstl",
  answeredBy: "seasonal/stl/mstl.ts#mstl",
  source: "Bandara, Hyndman & Bergmeir (2021), MSTL",
  tolerance: "1e-9 of the largest of each component",
  reason: "The same arithmetic in another order, each season standing on the others.",
  check(c, compare) {
    const p = c.params as Record<string, unknown>;
    const input = c.input as { values: (number | null)[]; frequency?: number; seasonal_periods?: number[] };
    const windows = p["s.window"] as number | "periodic" | number[] | undefined;
    const options: MstlOptions = {
      periods: input.seasonal_periods ?? [input.frequency ?? 12],
      robust: p.robust === true,
      ...(p.lambda === undefined || p.lambda === null ? {} : { lambda: p.lambda as number | "auto" }),
      ...(p.iterate === undefined ? {} : { iterate: Number(p.iterate) }),
      ...(windows === undefined ? {} : { seasonalWindow: windows }),
      ...(p["t.window"] === undefined ? {} : { trendWindow: Number(p["t.window"]) }),
    };
    const fit = mstl(
      Float64Array.from(input.values, (v) => v ?? Number.NaN),
      options,
    );
    const theirs = c.output as Record<string, number[]>;
    // Data is in the units of the series: the product gives what was decomposed, in the transformed scale.
    // R leaves gaps open in both; the product gives the figures it filled in, and what remained of them.
    const open = (of: Float64Array) => of.map((v, t) => (input.values[t] === null ? Number.NaN : v));
    if (fit.lambda === null) compare.array("Data", open(fit.data), theirs.Data ?? [], 1e-12);
    compare.array("Trend", fit.trend, theirs.Trend ?? [], 1e-9);
    for (const { period, values } of fit.seasonals)
      compare.array(`Seasonal${period}`, values, theirs[`Seasonal${period}`] ?? [], 1e-9);
    compare.array("Remainder", open(fit.remainder), theirs.Remainder ?? [], 1e-9);
  },
};
