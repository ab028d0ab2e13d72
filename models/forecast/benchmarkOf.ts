import { rootMeanSquaredError } from "./evaluate.ts";
import type { PointGroup } from "./pointGroup.ts";

/**
 * What the benchmark said at each origin: seasonal naive where its RMSE is below naive's on the origins that have both
 * and a known actual, else naive. Where seasonal naive had too short a history, naive speaks.
 */
export function benchmarkOf({
  actual,
  plainNaive,
  seasonalNaive,
}: Pick<PointGroup, "actual" | "plainNaive" | "seasonalNaive">): number[] {
  const both = actual.flatMap((a, i) => (Number.isNaN(a) || Number.isNaN(seasonalNaive[i]!) ? [] : [i]));
  const truth = both.map((i) => actual[i]!);
  const error = (said: readonly number[]): number =>
    rootMeanSquaredError(
      truth,
      both.map((i) => said[i]!),
    );
  const seasonal = both.length > 0 && error(seasonalNaive) < error(plainNaive);
  return plainNaive.map((plain, i) =>
    seasonal && !Number.isNaN(seasonalNaive[i]!) ? seasonalNaive[i]! : plain,
  );
}
