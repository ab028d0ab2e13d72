import { fitVar } from "../../../../models/multivariate/fitVar.ts";
import {
  movingAverage,
  orthogonalResponses,
  recursiveImpact,
} from "../../../../models/multivariate/impulseResponse.ts";
import { fromRows } from "../../../../models/statistics/matrix/matrix.ts";
import type { ModelBench } from "../job.ts";

export const jobs: readonly ModelBench[] = [
  {
    id: "var-4-irf",
    title: "VAR(4) of 7 series × 700 with standard errors, and orthogonal responses to 24 steps",
    ours({ var7 }) {
      const y = fromRows(var7.values);
      return {
        calls: 200,
        run() {
          const fit = fitVar(y, { lags: 4 });
          const theta = orthogonalResponses(
            movingAverage(fit.lagMatrices, 7, 24),
            recursiveImpact(fit.sigma),
          );
          return theta.reduce((sum, m) => m.data.reduce((s, v) => s + Math.abs(v), sum), 0);
        },
      };
    },
    peers: [
      {
        peer: "statsmodels",
        script: "var.py",
        floor: 2,
        ambition: 5,
        same: (ours, theirs) => Math.abs(ours / theirs - 1) < 1e-8,
      },
    ],
  },
];
