import { chooseEtsMember } from "../../../models/forecast/ets/chooseEts.ts";
import type { Share } from "./batch.ts";
import { benchData } from "./job.ts";

/**
 * A share of the automatic ETS of many monthly series. The bench data hold a hundred: they are gone through again, each
 * time scaled by one percent more.
 */
export function work({ thread, threads, wanted }: Share): number {
  const series = benchData()!.batch.values;
  let sum = 0;
  for (let i = thread; i < wanted; i += threads) {
    const scale = 1 + Math.floor(i / series.length) / 100;
    sum += chooseEtsMember(
      Float64Array.from(series[i % series.length]!, (v) => scale * v),
      12,
    ).aicc;
  }
  return sum;
}
