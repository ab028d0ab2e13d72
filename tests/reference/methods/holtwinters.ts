import {
  type HoltWinters,
  holtWinters,
  holtWintersForecast,
} from "../../../models/forecast/holtWinters/holtWinters.ts";
import { normalQuantile } from "../../../models/statistics/normalQuantile.ts";
import type { MethodCheck } from "../method.ts";

export const check: MethodCheck = {
  method: "holtwinters",
  answeredBy: "forecast/holtWinters/holtWinters.ts#holtWinters",
  source: "Winters (1960); Yar & Chatfield (1990), §3",
  tolerance: "at the peer's parameters relative 1e-8; own Σe² no larger; parameters absolute 5e-3",
  reason: "closed recursion; the peer's L-BFGS-B stops at its own tolerance on a flat valley",
  check(c, compare) {
    const { values, frequency } = c.input as { values: number[]; frequency: number };
    const out = c.output as Record<string, number[]> & {
      alpha: number;
      beta: number;
      gamma: number;
      SSE: number;
    };
    const y = Float64Array.from(values);
    const season = (c.params.seasonal ?? "additive") as "additive" | "multiplicative";
    const withoutSeason = c.params.gamma === false;
    const trend = c.params.beta === false ? { beta: false as const } : {};
    const model = { period: frequency, season: withoutSeason ? ("none" as const) : season, ...trend };
    const own = holtWinters(y, model);
    compare.atMost("own Σe²", own.squares, out.SSE, 1e-6 * out.SSE);
    // Where the level hardly learns (α near 0) or our Σe² is the lower one, the peer's other parameters are not the optimum's.
    if (out.alpha > 0.02 && own.squares > out.SSE * (1 - 1e-5))
      for (const name of ["alpha", "beta", "gamma"] as const)
        if (typeof out[name] === "number") compare.absolute(name, own[name], out[name], 5e-3);
    const held = Object.fromEntries(
      (["alpha", "beta", "gamma"] as const).flatMap((n) => (typeof out[n] === "number" ? [[n, out[n]]] : [])),
    );
    const at = holtWinters(y, { ...model, ...held });
    compare.relative("Σe²", at.squares, out.SSE, 1e-8);
    const coef = c.output.coef as Record<string, number>;
    compare.relative("level", at.level, coef.a!, 1e-8);
    if (coef.b !== undefined) compare.relative("slope", at.slope, coef.b, 1e-7);
    at.seasonal.forEach((s, j) => {
      compare.absolute(`effect ${j + 1}`, s, coef[`s${j + 1}`], 1e-7 * Math.max(1, Math.abs(at.level)));
    });
    compare.array("fitted", at.fitted.slice(at.first), out.fitted!, 1e-8);
    const { mean, sd } = holtWintersForecast(at, out.mean!.length);
    compare.array("mean", mean, out.mean!, 1e-8);
    const z = normalQuantile(0.975);
    const theirs = asPeerSpread(at, sd);
    const end = (sign: number) => mean.map((v, h) => v + sign * z * theirs[h]!);
    // … and from a whole year ahead on it reads the slope where the last effect of the season is meant.
    const agreed = at.season === "multiplicative" ? frequency - 1 : mean.length;
    compare.array("lower 95", end(-1).slice(0, agreed), out.lower95!.slice(0, agreed), 1e-8);
    compare.array("upper 95", end(1).slice(0, agreed), out.upper95!.slice(0, agreed), 1e-8);
  },
};

/**
 * Where the season multiplies, R weighs the newest error by α + γ(1−α) where Yar & Chatfield have 1: its intervals are that
 * much narrower at every horizon. Ours keep the 1.
 */
function asPeerSpread(fit: HoltWinters, sd: Float64Array): Float64Array {
  if (fit.season !== "multiplicative") return sd;
  const weight = fit.alpha + fit.gamma * (1 - fit.alpha);
  const newest = sd[0]! ** 2;
  return sd.map((v) => Math.sqrt(v * v - newest * (1 - weight ** 2)));
}
