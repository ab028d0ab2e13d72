import { baxterKing } from "../../../../models/filters/baxterKing.ts";
import { christianoFitzgerald } from "../../../../models/filters/christianoFitzgerald.ts";
import { hodrickPrescott } from "../../../../models/filters/hodrickPrescott.ts";
import type { BenchData, ModelBench } from "../job.ts";

/** Three entries of a cycle in one number, by which two programs' answers are compared at no cost. */
const checksum = (cycle: Float64Array): number => cycle[100]! + 2 * cycle[360]! + 4 * cycle[600]!;
const same = (ours: number, theirs: number): boolean =>
  Math.abs(ours - theirs) <= 1e-7 * Math.max(1, Math.abs(theirs));
const timed =
  (cycle: (y: Float64Array) => Float64Array, calls: number) =>
  (data: BenchData): { run(): number; calls: number } => {
    const y = Float64Array.from(data.s720);
    return { run: () => checksum(cycle(y)), calls };
  };

export const jobs: readonly ModelBench[] = [
  {
    id: "hp-720",
    title: "Hodrick–Prescott filter, 720 months",
    ours: timed((y) => hodrickPrescott(y, 14_400).cycle, 20_000),
    peers: [
      { peer: "statsmodels", script: "filters.py", args: ["hp"], floor: 40, ambition: 90, same },
      { peer: "gretl", script: "filters.inp", floor: 1, ambition: 2, same },
    ],
  },
  {
    id: "cf-720",
    title: "Christiano–Fitzgerald filter, 720 months",
    ours: timed((y) => christianoFitzgerald(y, { low: 18, high: 96 }, { drift: true }).cycle, 2000),
    peers: [{ peer: "statsmodels", script: "filters.py", args: ["cf"], floor: 40, ambition: 90, same }],
  },
  {
    id: "bk-720",
    title: "Baxter–King filter, 720 months, 36 leads and lags",
    ours: timed((y) => baxterKing(y, { low: 18, high: 96 }, 36).cycle, 10_000),
    // Out of reach: the peer is one convolution in C of 65 µs, and 51 000 products in plain TypeScript take some 27 µs.
    peers: [{ peer: "statsmodels", script: "filters.py", args: ["bk"], floor: 40, ambition: 90, same }],
  },
];
