import type { ArimaOrder } from "../../arima/arimaOrder.ts";
import { type AutomaticModel, fitRoughly, type State, type Tests, withoutFound } from "./automaticModel.ts";
import { detectOutliers } from "./detectOutliers.ts";
import { type DifferencingLimits, differencingOrders, hasMean } from "./differencingOrders.ts";
import { finalChecks, withoutWeakRegressors } from "./finalChecks.ts";
import { airline, type FittedModel, type Model, ownCoefficients, type Problem } from "./model.ts";
import { orderSearch, type RankedOrder } from "./orderSearch.ts";
import { bridged } from "./regarimaData.ts";
import type { OutlierKind, Regressor } from "./regressor.ts";
import { easterTest, tradingDayTest } from "./regressorTests.ts";
import { residualCheck } from "./residualCheck.ts";
import { constantT } from "./significance.ts";

export interface ModelChoice {
  model: FittedModel;
  /** Found by the search for outliers. */
  outliers: readonly Regressor[];
  critical: Readonly<Record<OutlierKind, number>> | null;
  /** The best five by BIC of the first round, as ranked. */
  best: readonly RankedOrder[];
  /** The order the first round chose. */
  first: ArimaOrder | null;
  differences: DifferencingLimits | null;
  gains: { tradingDays: number | null; easter: number | null };
}

/** Confidence of the Ljung–Box Q from which residuals fail, raised by 0.025 and 0.015 in later rounds. */
const FAILS = 0.95;
/** A residual standard error this much larger than another counts as no larger. */
const NO_WORSE = 1 / (1 - 0.0125);
const REDUCTION = 0.14286;
const LEAST_CRITICAL = 2.8;

/**
 * Automatic choice of a regARIMA model: the airline model with its tests and outliers first; then orders of differencing and of
 * the ARMA part for the series without these effects; the tests and outliers anew; whichever of the two has the better residuals.
 * Residuals that still fail bring a second round with a lower critical value for outliers, and a last resort of
 * (3 d 1)(0 D 1). At the end unit roots are differenced out, a difference too many is taken back, and weak terms are dropped.
 * Gómez & Maravall (2001); X-13ARIMA-SEATS Reference Manual, §7.2 (automdl).
 */
export function chooseModel(
  problem: Problem,
  start: Pick<Model, "log" | "regressors" | "prior">,
  automatic: AutomaticModel,
  tests: Tests,
): ModelChoice {
  const period = problem.span.period;
  const gains: ModelChoice["gains"] = { tradingDays: null, easter: null };
  let critical = tests.outliers?.critical ?? null;

  const testedCalendar = (model: FittedModel): FittedModel => {
    let tested = model;
    if (tests.tradingDays) {
      const days = tradingDayTest(problem, tested, tests.tradingDays);
      gains.tradingDays = days.gain;
      tested = days.model;
    }
    if (tests.easterWindows) {
      const easter = easterTest(problem, tested, tests.easterWindows);
      gains.easter = easter.gain;
      tested = easter.model;
    }
    return tested;
  };
  const withOutliers = (model: FittedModel): Omit<State, "check"> => {
    if (!tests.outliers || !critical) return { model, outliers: [] };
    const { model: found, found: outliers } = detectOutliers(problem, model, { ...tests.outliers, critical });
    return { model: found, outliers };
  };
  const keepConstant = (model: FittedModel, limit: number): FittedModel => {
    const order = { ...model.order, constant: true };
    const tried = model.order.constant ? model : fitRoughly(problem, { ...model, order });
    if (Math.abs(constantT(tried)) >= limit) return tried;
    return model.order.constant
      ? fitRoughly(problem, { ...model, order: { ...order, constant: false } })
      : model;
  };
  const checked = (s: Omit<State, "check">): State => ({ ...s, check: residualCheck(s.model) });

  // The airline model, with everything that goes with it.
  let fitted = testedCalendar(
    fitRoughly(problem, {
      log: start.log,
      prior: start.prior,
      regressors: start.regressors,
      order: airline(period),
    }),
  );
  if (automatic.testConstant) fitted = keepConstant(fitted, 1.96);
  const first0 = withOutliers(fitted);
  const standard = checked({
    ...first0,
    model: withoutWeakRegressors(problem, first0.model, tests, automatic, 1.96),
  });
  const best: RankedOrder[] = [];
  let first: ArimaOrder | null = null;
  let differences: DifferencingLimits | null = null;
  let current = standard;
  if (!(automatic.acceptDefault && standard.check.ljungBoxConfidence < FAILS)) {
    let fails = FAILS;
    let round = 1;
    let task: "orders" | "outliers" | "done" = "orders";
    let before: State = standard;
    let next = standard;
    while (task !== "done") {
      let isStandard = false;
      if (task === "orders") {
        const linear = linearised(problem, before.model);
        differences = automatic.differences ?? differencingOrders(linear, period, automatic.mostDifferences);
        const constant = automatic.testConstant && hasMean(linear, period, differences);
        // A small drift does not move the ranking of orders; the mean of a series that is not differenced would.
        const ranked = constant && differences.d + differences.D === 0;
        const found = orderSearch(linear, { ...differences, m: period, constant: ranked }, automatic);
        if (round === 1 && found) best.push(...found.best);
        const order = found ? { ...found.chosen, constant } : before.model.order;
        first ??= order;
        isStandard = sameOrder(order, before.model.order);
        next = before;
        if (!isStandard) {
          const bare = { ...before.model, order, regressors: withoutFound(before) };
          next = checked(withOutliers(testedCalendar(fitRoughly(problem, bare))));
        }
      } else {
        const bare = fitRoughly(problem, { ...next.model, regressors: withoutFound(next) });
        next = checked(withOutliers(bare));
      }
      task = "done";
      if (round <= 2) {
        if (!sameOrder(next.model.order, before.model.order) && standardWins(before, next, round)) {
          next = before;
          isStandard = true;
        }
        fails += round === 1 ? 0.025 : 0.015;
        if (next.check.ljungBoxConfidence > fails) {
          let lowered = false;
          const usual = critical;
          if (round === 1 && critical && tests.outliers) {
            lowered = tests.outliers.kinds.some((k) => critical![k] > LEAST_CRITICAL);
            critical = {
              ao: lower(critical.ao),
              ls: lower(critical.ls),
              tc: lower(critical.tc),
            };
          }
          before = next;
          round++;
          if ((round <= 2 && tests.outliers) || (round === 2 && lowered)) {
            task = isStandard ? "outliers" : "orders";
          } else {
            const { order } = next.model;
            const resort: ArimaOrder = {
              ...order,
              p: 3,
              q: automatic.mixed ? 1 : 0,
              P: order.D > 0 ? 0 : order.P,
              Q: period > 1 && automatic.most.seasonal > 0 ? 1 : 0,
            };
            critical = tests.outliers ? (usual ?? critical) : null;
            next = { ...next, model: fitRoughly(problem, { ...next.model, order: resort }) };
            task = "outliers";
            round = 3;
          }
        }
      }
    }
    current = next;
  }
  current = finalChecks(problem, current, { tests, automatic, keepConstant, withOutliers });
  return {
    model: current.model,
    outliers: current.model.regressors.filter((r) => current.outliers.includes(r)),
    critical,
    best,
    first,
    differences,
    gains,
  };
}

const lower = (v: number): number => Math.max(LEAST_CRITICAL, v * (1 - REDUCTION));

const sameOrder = (a: ArimaOrder, b: ArimaOrder): boolean =>
  (["p", "d", "q", "P", "D", "Q", "constant"] as const).every((k) => a[k] === b[k]);

/** y without its regression effects, gaps filled: what orders are looked for in. */
function linearised(problem: Problem, model: FittedModel): Float64Array {
  const { data, coefficients } = model.fit;
  const own = ownCoefficients(model);
  const y = data.levels.map((v, t) => model.columns.reduce((s, c, i) => s - own[i]! * c.values[t]!, v));
  data.gaps.forEach((at, i) => {
    y[at] = y[at]! - coefficients[i]!;
  });
  return bridged(y.subarray(0, problem.span.count));
}

/** Whether the model before keeps its place: its residuals are no worse, or the new one stops short of a unit root. */
function standardWins(before: State, after: State, round: number): boolean {
  if (before.outliers.length > after.outliers.length) return false;
  const a = after.check;
  const b = before.check;
  const { arma } = after.model.fit;
  const passes = a.ljungBoxConfidence < FAILS;
  if (passes && b.ljungBoxConfidence < 0.75) {
    if (b.standardError < a.standardError) return true;
    if (b.ljungBoxConfidence < a.ljungBoxConfidence && b.standardError < NO_WORSE * a.standardError)
      return true;
  }
  if (
    !passes &&
    b.ljungBoxConfidence < FAILS &&
    (round === 1 || b.standardError < NO_WORSE * a.standardError)
  )
    return true;
  const { p, d, q, P, D, Q } = after.model.order;
  return (
    (d === 0 && D === 1 && p === 1 && P === 0 && q <= 1 && Q === 1 && arma.ar[0]! >= 0.82) ||
    (d === 1 && D === 0 && p === 0 && P === 1 && q === 1 && Q <= 1 && arma.seasonalAr[0]! >= 0.65)
  );
}
