import {
  type ChristianoFitzgeraldOptions,
  christianoFitzgerald,
} from "../../../models/filters/christianoFitzgerald.ts";
import type { MethodCheck } from "../method.ts";

export const check: MethodCheck = {
  method: "christiano_fitzgerald",
  answeredBy: "filters/christianoFitzgerald.ts#christianoFitzgerald",
  source: "Christiano & Fitzgerald (2003), International Economic Review 44, eqs. 1.2–1.4",
  tolerance: "1e-8 of the largest entry",
  reason: "sums of the same weights in another order",
  check(c, compare) {
    const { values } = c.input as { values: number[] };
    const { low, high, root, drift, type, K } = c.params as { low: number; high: number; K?: number } & Pick<
      ChristianoFitzgeraldOptions,
      "root" | "drift" | "type"
    >;
    const out = c.output as { trend: number[]; cycle: number[] };
    const ours = christianoFitzgerald(
      values,
      { low, high },
      {
        type: type ?? "asymmetric",
        root: root ?? true,
        drift: drift ?? false,
        driftInTrend: false,
        ...(K === undefined ? {} : { leads: K }),
      },
    );
    compare.array("trend", ours.trend, out.trend, 1e-8);
    compare.array("cycle", ours.cycle, out.cycle, 1e-8);
  },
};
