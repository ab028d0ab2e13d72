import { baiNg } from "../../../models/multivariate/baiNg.ts";
import { pca } from "../../../models/multivariate/pca.ts";
import { pcaMissing } from "../../../models/multivariate/pcaMissing.ts";
import type { Scaling } from "../../../models/multivariate/pcaScaling.ts";
import { fromRows, type Matrix } from "../../../models/statistics/matrix/matrix.ts";
import type { MethodCheck } from "../method.ts";

export const check: MethodCheck = {
  method: "pca",
  answeredBy: "multivariate/pca.ts#pca, multivariate/pcaMissing.ts#pcaMissing, multivariate/baiNg.ts#baiNg",
  source: "Jolliffe, Principal Component Analysis; Stock & Watson (2002); Bai & Ng (2002)",
  tolerance: "1e-8 of the largest entry up to the sign of a column; with gaps 1e-6",
  reason:
    "the other side takes the SVD of Z, ours the eigenvalues of Z′Z; filling stops at a relative move of 1e-10",
  check(c, compare) {
    const x = fromRows((c.input.values as (number | null)[][]).map((row) => row.map((v) => v ?? Number.NaN)));
    const scaling: Scaling =
      c.params.standardize === false ? (c.params.demean === false ? "none" : "demean") : "standardise";
    const components = c.params.ncomp as number;
    const normalise = (c.params.normalize ?? true) as boolean;
    const gaps = c.params.missing === "fill-em";
    // The call names the stopping rule of the filling.
    const tolerance = Number(/tol_em=([\d.e-]+)/.exec(c.call)?.[1] ?? 5e-8);
    const maxIterations = Number(/max_em_iter=(\d+)/.exec(c.call)?.[1] ?? 100);
    const filled = gaps ? pcaMissing(x, { components, scaling, normalise, tolerance, maxIterations }) : null;
    const ours = filled ?? pca(x, { components, scaling, normalise });
    const near = gaps ? 1e-6 : 1e-8;
    const loadings = c.output.loadings as number[][];
    const factors = c.output.factors as number[][];
    for (let j = 0; j < components; j++) {
      const theirs = loadings.map((row) => row[j]!);
      const sign = Math.sign(theirs.reduce((s, v, i) => s + v * ours.loadings.data[i * components + j]!, 0));
      const column = (m: Matrix) =>
        Array.from({ length: m.rows }, (_, i) => sign * m.data[i * components + j]!);
      compare.array(`loadings ${j + 1}`, column(ours.loadings), theirs, near);
      compare.array(
        `factors ${j + 1}`,
        column(ours.factors),
        factors.map((row) => row[j]!),
        near,
      );
    }
    if (c.output.filled && filled)
      compare.array("filled", filled.filled.data, c.output.filled as number[][], near);
    if (c.output.eigenvals)
      compare.array(
        "eigenvals",
        ours.eigenvalues.slice(0, (c.output.eigenvals as []).length),
        c.output.eigenvals as number[],
        near,
      );
    if (c.output.rsquare) compare.array("rsquare", ours.explained, c.output.rsquare as number[], near);
    const ic = c.output.bai_ng_ic as number[][] | undefined;
    if (ic) {
      const { criteria } = baiNg(ours.eigenvalues, x.rows, x.cols, { units: "sum", most: ic.length - 1 });
      compare.array("bai_ng_ic", criteria, ic, near);
    }
  },
};
