import { adjustSeats } from "../../../models/seasonal/adjustSeats.ts";
import {
  forecastOfFigures,
  type RegarimaResult,
  regarima,
} from "../../../models/seasonal/regarima/regarima.ts";
import type { ReferenceCase } from "../case.ts";
import type { Compare } from "../compare.ts";
import type { MethodCheck } from "../method.ts";
import { atPeersModel, seriesOf } from "../x13/model.ts";
import { compareEstimates, compareResiduals, peersArma } from "./x13_regarima_x11.ts";

type Est = Parameters<typeof compareEstimates>[2];

export const check: MethodCheck = {
  method: "x13_seats",
  answeredBy: "seasonal/adjustSeats.ts#adjustSeats, seasonal/seats/seats.ts#seats",
  source: "Burman (1980), JRSS A 143; Gómez & Maravall (2001)",
  tolerance:
    "tables at their coefficients 1e-8, at ours 2e-3; log-likelihood at or above theirs and 1e-4 near",
  reason:
    "At given coefficients the decomposition is exact to rounding; X-13’s own coefficients stop up to a hundredth of a standard error short of the optimum.",
  check(c, compare) {
    const diagnostics = c.output.diagnostics as Record<string, string>;
    const theirs = c.output.tables as unknown as Est;
    const series = seriesOf(c);
    const spec = { ...atPeersModel(c, diagnostics), horizon: theirs.fct.rows.length };
    const own = regarima(series, spec);
    compareEstimates(compare, own, theirs, diagnostics);
    compareForecast(compare, own, theirs);
    compareTables(c, compare, own, 2e-3, "own ");
    const fixedArma = peersArma(theirs, own.model.order);
    const atTheirs = regarima(series, { ...spec, fixedArma });
    compareTables(c, compare, atTheirs, 1e-8, "");
    compareResiduals(compare, atTheirs, diagnostics);
  },
};

function compareForecast(compare: Compare, result: RegarimaResult, theirs: Est): void {
  const { mean, lower, upper } = forecastOfFigures(result);
  theirs.fct.rows.forEach(([, m, l, u], h) => {
    compare.relative(`fct[${h}].forecast`, mean[h], m, 2e-4);
    compare.relative(`fct[${h}].lower`, lower[h], l, 4e-4);
    compare.relative(`fct[${h}].upper`, upper[h], u, 4e-4);
  });
}

function compareTables(
  c: ReferenceCase,
  compare: Compare,
  result: RegarimaResult,
  tolerance: number,
  prefix: string,
): void {
  const { tables } = adjustSeats(result);
  for (const name of ["s10", "s11", "s12", "s13", "s14", "s16", "s18"] as const) {
    const table = (c.output.tables as Record<string, { values: number[] } | undefined>)[name];
    // X-13 saves no transitory component where the model has none; ours is then 0 or 1 throughout.
    if (table) compare.array(prefix + name, tables[name], table.values, tolerance);
    else if (name === "s14") compare.equal(`${prefix}no s14`, new Set(tables.s14).size, 1);
  }
}
