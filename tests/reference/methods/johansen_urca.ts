import { errorCorrection } from "../../../models/multivariate/errorCorrection.ts";
import { johansen } from "../../../models/multivariate/johansen.ts";
import { fromRows, toRows } from "../../../models/statistics/matrix/matrix.ts";
import type { MethodCheck } from "../method.ts";

const EXACT = 1e-8;
interface Tests {
  teststat: number[];
  cval: number[][];
}

export const check: MethodCheck = {
  method: "johansen_urca",
  answeredBy: "multivariate/johansen.ts#johansen, errorCorrection",
  source: "Johansen (1995), chapter 6; Osterwald-Lenum (1992)",
  tolerance: "relative 1e-8 of the largest entry; coefficients relative 1e-7",
  reason: "reduced-rank regression; their route through products of near-integrated levels loses two digits",
  check(c, compare) {
    const y = fromRows(c.input.values as number[][]);
    const columns = c.input.columns as string[];
    const { ecdet, K, season, spec } = c.params as {
      ecdet: "none" | "const" | "trend";
      K: number;
      season: number | null;
      spec: "longrun" | "transitory";
    };
    const out = c.output as Record<string, unknown>;
    const got = johansen(y, {
      lags: K,
      restricted: ecdet,
      season: season ?? 1,
      form: spec === "longrun" ? "long-run" : "transitory",
    });
    const [trace, eigen] = [out.trace as Tests, out.eigen as Tests];
    // Theirs begin at r ≤ n − 1.
    const reversed = <T>(list: ArrayLike<T>) => Array.from(list).reverse();
    compare.array("trace", reversed(got.trace), trace.teststat, EXACT);
    compare.array("maximum eigenvalue", reversed(got.maximumEigenvalue), eigen.teststat, EXACT);
    const critical = got.criticalValues;
    compare.array("trace critical values", reversed(critical.trace) as number[][], trace.cval, 0);
    compare.array(
      "eigenvalue critical values",
      reversed(critical.maximumEigenvalue) as number[][],
      eigen.cval,
      0,
    );
    // With a restricted term there is one vector more than series; its eigenvalue is 0 and rounding stands in theirs.
    const theirs = out.eigenvalues as number[];
    compare.array("eigenvalues", got.eigenvalues, theirs, EXACT);
    const n = columns.length;
    const leading = (rows: number[][]) => rows.map((row) => row.slice(0, n));
    const theirVectors = out.eigenvectors as number[][];
    const theirLoadings = out.loadings as number[][];
    const ours = toRows(got.vectors);
    for (let j = 0; j < n; j++) {
      const column = (rows: number[][]) => rows.map((row) => row[j]!);
      compare.array(`vector ${j + 1}`, column(ours), column(theirVectors), 1e-7);
    }
    if (theirVectors[0]!.length > n)
      compare.array(
        "null vector",
        ours.map((row) => row[n]!),
        theirVectors.map((row) => row[n]!),
        1e-6,
      );
    compare.array("loadings", leading(toRows(got.loadings)), leading(theirLoadings), 1e-7);
    const model = errorCorrection(got.space, out.vecm_r as number);
    compare.array("vecm_beta", toRows(model.beta), out.vecm_beta as number[][], 1e-7);
    const names = out.vecm_coef_names as string[];
    const coefficients = toRows(model.coefficients);
    const order = ourNames(columns, K, ecdet, season ?? 1, out.vecm_r as number);
    const theirCoefficients = out.vecm_coef as number[][];
    names.forEach((name, i) => {
      compare.array(`vecm ${name}`, coefficients[order.indexOf(name)] ?? [], theirCoefficients[i]!, 1e-7);
    });
  },
};

/** Their names in the order of our regressors: relations, lagged differences, constant, seasonal dummies. */
function ourNames(
  columns: readonly string[],
  K: number,
  ecdet: string,
  season: number,
  rank: number,
): string[] {
  const count = (length: number, prefix: string) => Array.from({ length }, (_, i) => `${prefix}${i + 1}`);
  return [
    ...count(rank, "ect"),
    ...count(K - 1, "dl").flatMap((lag) => columns.map((name) => `${name}.${lag}`)),
    ...(ecdet === "const" ? [] : ["constant"]),
    ...count(season - 1, "sd"),
  ];
}
