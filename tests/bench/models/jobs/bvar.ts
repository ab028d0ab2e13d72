import { conjugatePosterior } from "../../../../models/multivariate/bvar/conjugatePosterior.ts";
import { crossProducts } from "../../../../models/multivariate/bvar/crossProducts.ts";
import { drawPosterior } from "../../../../models/multivariate/bvar/drawPosterior.ts";
import { minnesotaPrior } from "../../../../models/multivariate/bvar/minnesotaPrior.ts";
import { fromRows, type Matrix } from "../../../../models/statistics/matrix/matrix.ts";
import type { BenchData, ModelBench } from "../job.ts";

const LAGS = 4;
const DRAWS = 5000;

function panelOf(data: BenchData, n: 7 | 20): Matrix {
  if (n === 7) return fromRows(data.var7.values);
  const rows = data.panel.values;
  const whole = data.panel.columns.map((_, j) => j).filter((j) => rows.every((row) => row[j] !== null));
  return fromRows(rows.map((row) => whole.slice(0, n).map((j) => row[j]!)));
}

/** Mean squared change of each series: the scale that the peers' scripts use. */
function changes(y: Matrix): number[] {
  return Array.from({ length: y.cols }, (_, j) => {
    let s = 0;
    for (let t = 1; t < y.rows; t++) s += (y.data[t * y.cols + j]! - y.data[(t - 1) * y.cols + j]!) ** 2;
    return s / (y.rows - 1);
  });
}

const job = (n: 7 | 20): ModelBench => ({
  id: `bvar-draws-${n}`,
  title: `Minnesota BVAR(4) of ${n} series: 5000 posterior draws of coefficients and covariance`,
  ours(data) {
    const y = panelOf(data, n);
    const prior = minnesotaPrior(y, LAGS, { tightness: 0.2, scale: changes(y) });
    const posterior = conjugatePosterior(crossProducts(y, LAGS), prior);
    let seed = 0;
    return {
      calls: n === 7 ? 12 : 4,
      run() {
        let sum = 0;
        drawPosterior(posterior, DRAWS, ++seed, (b) => {
          sum += b[0]!;
        });
        return sum / DRAWS;
      },
    };
  },
  // Means of different random draws: within Monte-Carlo error.
  peers: [
    {
      peer: "numpy",
      script: "bvar.py",
      args: [String(n)],
      floor: 1,
      ambition: 1.8,
      same: (ours, theirs) => Math.abs(ours - theirs) < 0.01,
    },
    {
      peer: "R",
      script: "bvar.R",
      args: [String(n)],
      floor: 2.5,
      ambition: 5,
      same: (ours, theirs) => Math.abs(ours - theirs) < 0.01,
    },
  ],
});

export const jobs: readonly ModelBench[] = [job(7), job(20)];
