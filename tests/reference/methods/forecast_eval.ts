import { accuracy, seasonalNaiveScale } from "../../../models/evaluation/accuracy.ts";
import { crpsNormal } from "../../../models/evaluation/crps.ts";
import { type DieboldMarianoOptions, dieboldMariano } from "../../../models/evaluation/dieboldMariano.ts";
import { pinballLoss } from "../../../models/evaluation/intervalScore.ts";
import type { Compare } from "../compare.ts";
import type { MethodCheck } from "../method.ts";

interface Values {
  values: number[];
  frequency: number;
}

const EXACT = 1e-9;
const NAMES = {
  ME: "me",
  RMSE: "rmse",
  MAE: "mae",
  MPE: "mpe",
  MAPE: "mape",
  MASE: "mase",
  ACF1: "acf1",
  "Theil's U": "theilU",
} as const;

/** R leaves Theil's U of the training sample out; the rest is compared name by name. */
function compareAccuracy(
  compare: Compare,
  what: string,
  ours: ReturnType<typeof accuracy>,
  theirs: Record<string, number | null>,
): void {
  for (const [name, key] of Object.entries(NAMES))
    if (theirs[name] !== null && theirs[name] !== undefined)
      compare.relative(`${what} ${name}`, ours[key], theirs[name], EXACT);
}

export const check: MethodCheck = {
  method: "forecast_eval",
  answeredBy: "evaluation/accuracy.ts#accuracy, crps.ts, intervalScore.ts, dieboldMariano.ts",
  source: "Hyndman & Koehler (2006); Gneiting & Raftery (2007); Harvey, Leybourne & Newbold (1997)",
  tolerance: "relative 1e-9",
  reason: "closed formulae over given errors",
  check(c, compare) {
    const train = c.input.train as Values;
    const test = c.input.test as Values;
    const list = (key: string) => c.input[key] as number[];
    const scale = seasonalNaiveScale(train.values, train.frequency);
    const out = c.output as Record<string, Record<string, Record<string, number | null>>>;
    const trainAccuracy = accuracy(train.values, list("fitted1"), scale);
    const testAccuracy = accuracy(test.values, list("mean1"), scale);
    compareAccuracy(compare, "train", trainAccuracy, out.accuracy_ets!.train!);
    compareAccuracy(compare, "test", testAccuracy, out.accuracy_ets!.test!);
    const naive = accuracy(test.values, list("mean2"), scale);
    compareAccuracy(compare, "naive", naive, out.accuracy_snaive!.test!);
    compare.relative("sMAPE", testAccuracy.smape, c.output.smape_test_ets as number, EXACT);
    const crps = test.values.map((y, t) => crpsNormal(y, list("mean1")[t]!, list("sd1")[t]!));
    compare.array("CRPS", crps, c.output.crps_normal_ets as number[], EXACT);
    const pinball = c.output.pinball_80 as { q10: number; q90: number };
    const mean = (of: number[]) => of.reduce((s, v) => s + v, 0) / of.length;
    compare.relative(
      "pinball 10 %",
      mean(test.values.map((y, t) => pinballLoss(y, list("lower80")[t]!, 0.1))),
      pinball.q10,
      EXACT,
    );
    compare.relative(
      "pinball 90 %",
      mean(test.values.map((y, t) => pinballLoss(y, list("upper80")[t]!, 0.9))),
      pinball.q90,
      EXACT,
    );
    for (const [key, theirs] of Object.entries(c.output)) {
      const asked = /^dm_h(\d+)_power(\d+)_(two\.sided|less|greater)_(acf|bartlett)$/.exec(key);
      if (!asked) continue;
      const options: DieboldMarianoOptions = {
        horizon: Number(asked[1]),
        power: Number(asked[2]),
        alternative: asked[3]!.replace(".", "-") as DieboldMarianoOptions["alternative"],
        variance: asked[4] === "acf" ? "rectangular" : "bartlett",
      };
      const first = dieboldMariano(list("e1"), list("e2"), options);
      // Where the rectangular variance is negative we take Bartlett's weights; the peer starts again at horizon 1.
      const test =
        first.variance === options.variance
          ? first
          : dieboldMariano(list("e1"), list("e2"), { ...options, horizon: 1 });
      const { statistic, p_value } = theirs as { statistic: number; p_value: number };
      compare.relative(`${key} statistic`, test.statistic, statistic, EXACT);
      compare.relative(`${key} p`, test.pValue, p_value, EXACT);
    }
  },
};
