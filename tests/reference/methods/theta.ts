import { fitTheta, thetaForecast } from "../../../models/forecast/theta/fitTheta.ts";
import { normalQuantile } from "../../../models/statistics/normalQuantile.ts";
import type { MethodCheck } from "../method.ts";

const NEAR = 1e-3;

export const check: MethodCheck = {
  method: "theta",
  answeredBy: "forecast/theta/fitTheta.ts#fitTheta, #thetaForecast",
  source: "Assimakopoulos & Nikolopoulos (2000); Hyndman & Billah (2003), §3",
  tolerance: "drift relative 1e-8; α absolute 2e-3, forecasts relative 1e-3, fitted 5e-3",
  reason:
    "the peer's α comes from Nelder–Mead over α and the start, which stops early, and the first fitted value is that start; ours is exact",
  check(c, compare) {
    const { values, frequency } = c.input as { values: number[]; frequency: number };
    const out = c.output as Record<string, number[]> & { alpha: number; drift: number };
    const fit = fitTheta(Float64Array.from(values), frequency);
    compare.absolute("alpha", fit.smoothing.alpha, out.alpha, 2e-3);
    compare.relative("drift", fit.drift, out.drift, 1e-8);
    // R reports the smoothing's own fitted values, without the drift that its forecasts carry.
    const m = fit.factors?.length ?? 1;
    const factor = (t: number) => fit.factors?.[(((t - values.length) % m) + m) % m] ?? 1;
    const plain = fit.smoothing.fitted.map((v, t) => v * factor(t));
    compare.array("fitted", plain, out.fitted!, 5 * NEAR);
    const { mean, sd } = thetaForecast(fit, out.mean!.length);
    compare.array("mean", mean, out.mean!, NEAR);
    for (const level of [80, 95]) {
      const z = normalQuantile(0.5 + level / 200);
      const end = (sign: number) => mean.map((v, h) => v + sign * z * sd[h]!);
      if (out[`lower${level}`]) compare.array(`lower ${level}`, end(-1), out[`lower${level}`]!, NEAR);
      if (out[`upper${level}`]) compare.array(`upper ${level}`, end(1), out[`upper${level}`]!, NEAR);
    }
  },
};
