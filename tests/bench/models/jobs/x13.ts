import { adjust } from "../../../../models/seasonal/adjust.ts";
import { DEFAULT_TRADING_DAYS } from "../../../../models/seasonal/regarima/regressorTests.ts";
import { randomSource } from "../../../../models/statistics/random/generator.ts";
import type { ModelBench } from "../job.ts";

/** 240 months with trend, season, working days, an additive outlier and a level shift. */
function months(seed: number): Float64Array {
  const random = randomSource(seed);
  let level = 4;
  let slope = 0.004;
  return Float64Array.from({ length: 240 }, (_, t) => {
    slope += 0.0005 * random.normal();
    level += slope + 0.008 * random.normal();
    const season = 0.12 * Math.sin((2 * Math.PI * t) / 12) + 0.06 * Math.cos((2 * Math.PI * t * 3) / 12);
    const events = (t === 100 ? 0.25 : 0) - (t < 170 ? 0.15 : 0);
    return Math.exp(level + season + events + 0.015 * random.normal());
  });
}

const spec = {
  regarima: {
    transform: "auto",
    tradingDays: { test: DEFAULT_TRADING_DAYS },
    easterWindows: null,
    order: "auto",
    outliers: { kinds: ["ao", "ls", "tc"] },
    horizon: 12,
  },
  method: "x11",
} as const;
const automatic = (values: Float64Array) => adjust({ values, first: 2004 * 12, period: 12 }, spec);

export const jobs: readonly ModelBench[] = [
  {
    id: "x13-automatic-240",
    title: "Automatic adjustment (transformation, model, trading days, outliers, X-11), 240 months",
    ours() {
      const series = Array.from({ length: 5 }, (_, i) => months(i + 1));
      let at = 0;
      return { calls: 20, run: () => automatic(series[at++ % 5]!).adjusted.at(-1)! };
    },
    peers: [],
    limitSeconds: 0.2,
  },
  {
    id: "x13-airline-x11-144",
    title: "Airline model and X-11, AirPassengers",
    ours({ ap }) {
      const values = Float64Array.from(ap);
      const airline = { p: 0, d: 1, q: 1, P: 0, D: 1, Q: 1, m: 12, constant: false };
      const given = {
        transform: "log",
        tradingDays: null,
        easterWindows: null,
        order: airline,
        outliers: null,
      } as const;
      return {
        calls: 40,
        run: () => adjust({ values, first: 1949 * 12, period: 12 }, { regarima: given }).adjusted.at(-1)!,
      };
    },
    peers: [],
    limitSeconds: 0.02,
  },
  {
    id: "x13-automatic-batch",
    title: "Automatic adjustment of 40 real series: 1,000 on two workers take 12.5 times this",
    ours({ batch }) {
      const series = batch.values.slice(0, 40).map((v) => Float64Array.from(v));
      return {
        calls: 1,
        run: () => series.reduce((sum, values) => sum + automatic(values).adjusted.at(-1)!, 0),
      };
    },
    peers: [],
    // 60 s of 1,000 series on two workers are 4.8 s of CPU for 40.
    limitSeconds: 4.8,
  },
];
