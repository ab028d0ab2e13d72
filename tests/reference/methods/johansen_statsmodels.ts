import { johansenDetrended } from "../../../models/multivariate/johansenDetrended.ts";
import { columnOf, fromRows } from "../../../models/statistics/matrix/matrix.ts";
import type { MethodCheck } from "../method.ts";

const EXACT = 1e-8;

export const check: MethodCheck = {
  method: "johansen_statsmodels",
  answeredBy: "multivariate/johansenDetrended.ts#johansenDetrended",
  source: "Johansen (1995), chapter 6; MacKinnon, Haug & Michelis (1999)",
  tolerance: "relative 1e-8 of the largest entry; vectors 1e-6",
  reason:
    "reduced-rank regression; each vector's sign is arbitrary and taken from the first entry; the peer inverts S₁₁, which costs it digits where levels nearly say the same",
  check(c, compare) {
    const { det_order, k_ar_diff } = c.params as { det_order: -1 | 0 | 1; k_ar_diff: number };
    const rows = c.input.values as number[][];
    // Without lagged differences the peer pairs Δy(t) with y(t) where y(t−1) belongs: the test of the series run backwards.
    const y = fromRows(k_ar_diff === 0 ? rows.toReversed() : rows);
    const got = johansenDetrended(y, { order: det_order, lagDifferences: k_ar_diff });
    const out = c.output as Record<string, number[]> & Record<string, number[][]>;
    compare.array("eig", got.eigenvalues, out.eig!, EXACT);
    compare.array("trace", got.trace, out.trace!, EXACT);
    compare.array("maxeig", got.maximumEigenvalue, out.maxeig!, EXACT);
    compare.array("trace critical values", got.criticalValues.trace as number[][], out.trace_cv_90_95_99!, 0);
    compare.array(
      "eigenvalue critical values",
      got.criticalValues.maximumEigenvalue as number[][],
      out.maxeig_cv!,
      0,
    );
    const vectors = out.evec as unknown as number[][];
    for (let j = 0; j < y.cols; j++) {
      const sign = Math.sign(vectors[0]![j]!);
      compare.array(
        `vector ${j + 1}`,
        columnOf(got.vectors, j),
        vectors.map((row) => sign * row[j]!),
        1e-6,
      );
    }
  },
};
