import type { Words } from "../indicators/indicator.ts";
import { type Adjustment, adjust } from "./adjust.ts";
import { modelChanges } from "./modelChanges.ts";
import { armaFromVector } from "./regarima/armaStandardErrors.ts";
import type { RegarimaSpec, SeasonalSeries } from "./regarima/regarima.ts";
import type { Regressor } from "./regarima/regressor.ts";
import { type StoredAdjustment, stored } from "./storedAdjustment.ts";

/**
 * How much of a model is looked at anew when figures arrive, from nothing to everything; each keeps what the ones after it
 * do not name, and the series' span, calendar and holiday settings stay but for `concurrent`.
 */
export const REVISION_POLICIES = [
  "fixed",
  "coefficients",
  "arma",
  "last-outliers",
  "outliers",
  "orders",
  "concurrent",
] as const;
export type RevisionPolicy = (typeof REVISION_POLICIES)[number];

export interface Refreshed {
  stored: StoredAdjustment;
  adjustment: Adjustment;
  /** One sentence per thing that changed in the specification; empty for the same model. */
  changes: readonly Words[];
}

/**
 * Adjusts a series by a stored model under a revision policy:
 *   fixed          coefficients and all as stored
 *   coefficients   regression coefficients estimated anew
 *   arma           and the ARMA coefficients
 *   last-outliers  and the outliers of the last year
 *   outliers       and all outliers that were found
 *   orders         and the ARIMA orders
 *   concurrent     everything by the specification
 * After the refresh policies of JDemetra+; ESS Guidelines on Seasonal Adjustment (2015), item 5.1.
 */
export function refresh(
  previous: StoredAdjustment,
  series: SeasonalSeries,
  policy: RevisionPolicy,
): Refreshed {
  const spec = { ...previous.spec, regarima: specUnder(previous, series, policy) };
  const adjustment = adjust(series, spec);
  const fresh = stored(adjustment, previous.spec);
  const own = adjustment.regarima.model.regressors;
  // Outliers that were given to this run as known count as found in the run before.
  const known = own.filter((r) => [...previous.outliers, ...fresh.outliers].some((o) => same(o, r)));
  const next: StoredAdjustment = {
    ...fresh,
    critical: fresh.critical ?? previous.critical,
    outliers: known,
    regressors: own.filter((r) => !known.includes(r)),
    coefficients: fresh.coefficients,
  };
  return { stored: next, adjustment, changes: modelChanges(previous, next, series.period) };
}

function specUnder(
  previous: StoredAdjustment,
  series: SeasonalSeries,
  policy: RevisionPolicy,
): Partial<RegarimaSpec> {
  const wished = previous.spec.regarima;
  if (policy === "concurrent") return wished;
  const rank = REVISION_POLICIES.indexOf(policy);
  const at = (p: RevisionPolicy) => REVISION_POLICIES.indexOf(p);
  const searches = wished.outliers !== null && rank >= at("last-outliers");
  const from = series.first + series.values.length - series.period;
  const keptOutliers = !searches
    ? previous.outliers
    : policy === "last-outliers"
      ? previous.outliers.filter((r) => "at" in r && r.at < from)
      : [];
  const settings = wished.outliers ?? { kinds: ["ao", "ls", "tc"] as const };
  const base: Partial<RegarimaSpec> = {
    ...wished,
    transform: previous.log ? "log" : "none",
    prior: previous.prior,
    tradingDays: null,
    easterWindows: null,
    regressors: [...previous.regressors, ...keptOutliers],
    outliers: searches ? { ...settings, ...(policy === "last-outliers" ? { from } : {}) } : null,
    order: policy === "orders" ? "auto" : previous.order,
  };
  const arma = armaFromVector(previous.order, Float64Array.from(previous.arma));
  if (policy === "coefficients") return { ...base, fixedArma: arma };
  if (policy !== "fixed") return base;
  return { ...base, fixedArma: arma, fixedCoefficients: Float64Array.from(previous.coefficients) };
}

const same = (a: Regressor, b: Regressor): boolean => JSON.stringify(a) === JSON.stringify(b);
