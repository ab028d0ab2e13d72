import { orderName } from "../arima/arimaOrder.ts";
import type { Words } from "../indicators/indicator.ts";
import type { PriorLength } from "./regarima/model.ts";
import type { Regressor } from "./regarima/regressor.ts";
import { regressorName } from "./regarima/regressorName.ts";
import type { StoredAdjustment } from "./storedAdjustment.ts";

const PRIOR: Readonly<Record<PriorLength, string>> = {
  none: "不用",
  length: "按天数",
  "leap-year": "按闰年",
};

/**
 * What differs between two models of a series, one sentence a thing; re-estimation is told only where the specification is the
 * same. Empty for the same model. `season` periods a year name the periods of outliers.
 */
export function modelChanges(before: StoredAdjustment, after: StoredAdjustment, season: number): Words[] {
  const changes: Words[] = [];
  const say = (zh: string, en: string): void => {
    changes.push({ zh, en });
  };
  if (before.log !== after.log)
    say(after.log ? "改为取对数" : "不再取对数", after.log ? "logs are taken" : "logs are no longer taken");
  if (before.prior !== after.prior)
    say(
      `月长调整：由${PRIOR[before.prior]}改为${PRIOR[after.prior]}`,
      `length of the month: ${after.prior} instead of ${before.prior}`,
    );
  const order = { was: orderName(before.order), now: orderName(after.order) };
  if (order.was !== order.now)
    say(`模型由${order.was}改为${order.now}`, `${order.now} instead of ${order.was}`);
  const told = (a: readonly Regressor[], b: readonly Regressor[], zh: string, en: [string, string]): void => {
    for (const r of a) {
      if (b.some((o) => JSON.stringify(o) === JSON.stringify(r))) continue;
      const name = regressorName(r, season);
      say(`${zh}${name.zh}`, `${en[0]} ${name.en} ${en[1]}`);
    }
  };
  told(after.outliers, before.outliers, "新识别", ["outlier", "found"]);
  told(before.outliers, after.outliers, "不再识别", ["outlier", "dropped"]);
  told(after.regressors, before.regressors, "新增解释变量：", ["regressor", "added"]);
  told(before.regressors, after.regressors, "去掉解释变量：", ["regressor", "dropped"]);
  if (changes.length > 0) return changes;
  const moved = (a: readonly number[], b: readonly number[]) => a.some((v, i) => v !== b[i]);
  if (moved(before.arma, after.arma)) say("ARMA系数重新估计", "ARMA coefficients estimated anew");
  if (moved(before.coefficients, after.coefficients))
    say("回归系数重新估计", "regression coefficients estimated anew");
  return changes;
}
