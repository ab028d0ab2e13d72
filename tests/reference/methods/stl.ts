import { stl } from "../../../models/seasonal/stl/stl.ts";
import type { StlOptions } from "../../../models/seasonal/stl/stlOptions.ts";
import type { MethodCheck } from "../method.ts";

export const check: MethodCheck = {
  method: "stl",
  answeredBy: "seasonal/stl/stl.ts#stl",
  source: "Cleveland, Cleveland, McRae & Terpenning (1990), STL",
  tolerance: "components 1e-9 of the largest; weights 1e-8",
  reason: "The same arithmetic in another order; weights divide remainders by their median.",
  check(c, compare) {
    const p = c.params as Record<string, unknown>;
    const input = c.input as { values: number[]; frequency: number };
    const number = (name: string) => p[name] as number | undefined;
    const degree = (name: string) => p[name] as 0 | 1 | undefined;
    const options: StlOptions = {
      period: input.frequency,
      seasonalWindow: p["s.window"] === "periodic" ? "periodic" : Number(p["s.window"]),
      robust: p.robust === true,
      ...defined({
        seasonalDegree: degree("s.degree"),
        trendWindow: number("t.window"),
        trendDegree: degree("t.degree"),
        lowPassWindow: number("l.window"),
        lowPassDegree: degree("l.degree"),
        seasonalJump: number("s.jump"),
        trendJump: number("t.jump"),
        lowPassJump: number("l.jump"),
        inner: number("inner"),
        outer: number("outer"),
      }),
    };
    const fit = stl(Float64Array.from(input.values), options);
    const theirs = c.output as Record<"seasonal" | "trend" | "remainder" | "weights", number[]>;
    compare.array("seasonal", fit.seasonal, theirs.seasonal, 1e-9);
    compare.array("trend", fit.trend, theirs.trend, 1e-9);
    compare.array("remainder", fit.remainder, theirs.remainder, 1e-9);
    compare.array("weights", fit.weights, theirs.weights, 1e-8);
    const used = (p.used ?? {}) as Record<string, number>;
    const { seasonal, trend, lowPass, inner, outer } = fit.plan;
    const ours: Record<string, number> = {
      s_window: seasonal.window,
      t_window: trend.window,
      l_window: lowPass.window,
      s_degree: seasonal.degree,
      t_degree: trend.degree,
      l_degree: lowPass.degree,
      s_jump: seasonal.jump,
      t_jump: trend.jump,
      l_jump: lowPass.jump,
      inner,
      outer,
    };
    for (const [name, value] of Object.entries(used)) compare.equal(name, ours[name], value);
  },
};

/** Only what a case names: the rest is the product's default. */
function defined<T extends Record<string, unknown>>(of: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(of).filter(([, v]) => v !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
