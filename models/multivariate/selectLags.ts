import { AppError } from "../errors.ts";
import type { Matrix } from "../statistics/matrix/matrix.ts";
import { fitVar, type VarOptions } from "./fitVar.ts";
import type { VarCriteria } from "./varCriteria.ts";

export interface LagSelection {
  /** criteria[i] belongs to `from + i` lags. */
  from: number;
  criteria: readonly VarCriteria[];
  /** The lags with the lowest value of each criterion. */
  selected: Readonly<Record<keyof VarCriteria, number>>;
}

/**
 * Lags of a vector autoregression by information criteria, every candidate on the same sample (the rows after the
 * longest lag), for lags from `from` (1; statsmodels counts from 0) to `most`. Lütkepohl (2005), §4.3.
 */
export function selectLags(
  y: Matrix,
  most: number,
  options: Omit<VarOptions, "lags" | "skip"> = {},
  from = 1,
): LagSelection {
  if (!Number.isInteger(most) || most < from || from < 0)
    throw new AppError("invalid-input", `a choice of lags needs a longest lag from ${from}; found ${most}`);
  const criteria = Array.from(
    { length: most - from + 1 },
    (_, i) => fitVar(y, { ...options, lags: from + i, skip: most }).criteria,
  );
  const lowest = (key: keyof VarCriteria): number =>
    from + criteria.reduce((best, c, i) => (c[key] < criteria[best]![key] ? i : best), 0);
  return {
    from,
    criteria,
    selected: { aic: lowest("aic"), hqic: lowest("hqic"), bic: lowest("bic"), fpe: lowest("fpe") },
  };
}
