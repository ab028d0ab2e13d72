import { chainedAverage } from "../../../models/cycle/componentAverage.ts";
import { findTurningPoints } from "../../../models/cycle/findTurningPoints.ts";
import { growthCycle } from "../../../models/cycle/growthCycle.ts";
import { normaliseCycle } from "../../../models/cycle/normaliseCycle.ts";
import { OECD_CIF } from "../../../models/cycle/turningPointRules.ts";
import type { ReferenceCase } from "../case.ts";
import type { Compare } from "../compare.ts";
import type { MethodCheck } from "../method.ts";

export const check: MethodCheck = {
  method: "oecd_cif",
  answeredBy: "cycle/growthCycle.ts#growthCycle",
  source: "Gyomai & Guidetti (2012), OECD System of Composite Leading Indicators; CIF's rule set",
  tolerance: "1e-8 of the largest entry; dates equal",
  reason: "two Hodrick–Prescott filters in a row, solved for the trend by the peer",
  check(c, compare) {
    if (Array.isArray(c.input.columns)) return average(c, compare);
    const { values, start } = c.input as { values: number[]; start: [number, number] };
    const { lambda1, lambda2 } = c.params as { lambda1: number; lambda2: number };
    const out = c.output as Record<"cycle" | "normalised", number[]> & Record<"peaks" | "troughs", string[]>;
    const { cycle } = growthCycle(values, { trendLambda: lambda1, noiseLambda: lambda2 });
    const normalised = normaliseCycle(cycle);
    compare.array("cycle", cycle, out.cycle, 1e-8);
    compare.array("normalised", normalised, out.normalised, 1e-8);
    const turns = findTurningPoints(normalised, OECD_CIF);
    for (const kind of ["peak", "trough"] as const) {
      const dates = turns.filter((turn) => turn.kind === kind).map((turn) => month(start, turn.at));
      compare.equal(`${kind}s`, dates.join(" "), out[`${kind}s`].join(" "));
    }
  },
};

function average(c: ReferenceCase, compare: Compare): void {
  const { columns, values, start } = c.input as {
    columns: string[];
    values: (number | null)[][];
    start: string;
  };
  const { first, cli } = c.output as { first: string; cli: number[] };
  const months = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5));
  const base = months(first) - months(start);
  const components = columns.map((_, i) => Float64Array.from(values, (row) => row[i] ?? Number.NaN));
  // CIF begins with the first month that has a change, and calls that 100.
  compare.array("index", chainedAverage(components, { base }).subarray(base), cli, 1e-8);
}

function month([year, period]: readonly [number, number], at: number): string {
  const slot = year * 12 + period - 1 + at;
  return `${Math.floor(slot / 12)}-${String((slot % 12) + 1).padStart(2, "0")}`;
}
