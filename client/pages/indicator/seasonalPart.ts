import type { AdjustedFigures } from "../../../models/analyses/seasonalResult.ts";
import type { LayeredData } from "../../charts/layeredDrawing.ts";
import type { SeasonalPart } from "./search.ts";
import type { Window } from "./windowOf.ts";

export interface SeasonalNames {
  name: string;
  original: string;
  adjusted: string;
  trend: string;
  change: string;
  part: string;
}

/**
 * What the chart shows of an adjustment. Effects are said in percent of the month where parts multiply (100 (f − 1)), in the unit of
 * the series where they add.
 */
export function seasonalPart(
  result: AdjustedFigures,
  part: SeasonalPart,
  { from, to }: Window,
  measure: { unit: string; decimals: number },
  names: SeasonalNames,
): LayeredData {
  const cut = <T>(column: readonly T[]): T[] => column.slice(from, to);
  const moved = result.mult ? { unit: "percent", decimals: 1 } : measure;
  const common = { name: names.name, periods: cut(result.periods) };
  if (part === "level")
    return {
      ...common,
      ...measure,
      status: cut(result.status),
      layers: [
        { name: names.original, values: cut(result.original), role: "quiet" },
        { name: names.adjusted, values: cut(result.adjusted), role: "main" },
        { name: names.trend, values: cut(result.trend), role: "second" },
      ],
      beside: { name: names.change, ...moved, values: cut(result.change) },
    };
  if (part === "change")
    return {
      ...common,
      ...moved,
      layers: [{ name: names.part, values: cut(result.change), role: "main" }],
    };
  const values = cut(result[part]);
  return {
    ...common,
    ...moved,
    layers: [
      {
        name: names.part,
        values: result.mult ? values.map((f) => (f === null ? null : 100 * (f - 1))) : values,
        role: "main",
      },
    ],
  };
}
