import { stl } from "../../../../models/seasonal/stl/stl.ts";
import type { StlOptions } from "../../../../models/seasonal/stl/stlOptions.ts";
import { x11 } from "../../../../models/seasonal/x11/x11.ts";
import type { BenchData, ModelBench, PeerJob } from "../job.ts";

const same = (ours: number, theirs: number): boolean =>
  Math.abs(ours - theirs) <= 1e-7 * Math.max(1, Math.abs(theirs));

const timed =
  (options: StlOptions) =>
  (data: BenchData): { run(): number; calls: number } => {
    const y = Float64Array.from(data.s720);
    return {
      calls: 3000,
      run() {
        const { trend } = stl(y, options);
        return trend[100]! + 2 * trend[360]! + 4 * trend[600]!;
      },
    };
  };

const besides = (args: readonly string[]): readonly PeerJob[] => [
  { peer: "R", script: "seasonal.R", args, floor: 2.5, ambition: 6, same },
  { peer: "statsmodels", script: "seasonal.py", args, floor: 8, ambition: 20, same },
];

export const jobs: readonly ModelBench[] = [
  {
    id: "stl-720-periodic",
    title: "STL, 720 months, the same season every year",
    ours: timed({ period: 12, seasonalWindow: "periodic" }),
    peers: besides(["periodic"]),
  },
  {
    id: "stl-720-13",
    title: "STL, 720 months, seasonal window 13",
    ours: timed({ period: 12, seasonalWindow: 13 }),
    peers: besides(["13"]),
  },
  {
    id: "stl-720-13-every",
    title: "STL, 720 months, seasonal window 13, loess at every month",
    ours: timed({ period: 12, seasonalWindow: 13, seasonalJump: 1, trendJump: 1, lowPassJump: 1 }),
    peers: besides(["13-every"]),
  },
  {
    id: "x11-720",
    title: "X-11, 720 months, multiplicative, filters chosen",
    limitSeconds: 0.001,
    ours(data) {
      const y = Float64Array.from(data.s720);
      return { calls: 2000, run: () => x11(y, { period: 12, firstPeriod: 1 }).tables.d11[360]! };
    },
    // X-13ARIMA-SEATS is a program that reads and writes files: no call to time.
    peers: [],
  },
];
