import { orderName } from "../../forecast/arima/arimaOrder.ts";
import { periodOfSlot } from "../../series/period.ts";
import type { StoredAdjustment } from "../refresh.ts";
import type { Regressor } from "../regarima/regressor.ts";
import type { JanuaryShare } from "../splitJanuaryFebruary.ts";
import type { SeasonalPolicy } from "./seasonalPolicy.ts";

/** The specification of an adjustment in words, one setting a line: what is stored and shown with a vintage. */
export function specificationText(
  policy: SeasonalPolicy,
  model: StoredAdjustment,
  shares: readonly JanuaryShare[],
  derived: boolean,
): string {
  const names = (list: readonly Regressor[]) => (list.length === 0 ? "none" : list.map(nameOf).join(", "));
  const years = shares.map((s) => s.year);
  return [
    `series: ${policy.indicator}, ${policy.kind}${derived ? ", months as differences of running totals" : ""}`,
    `method: ${policy.method === "x11" ? "X-11" : "SEATS"}`,
    `transformation: ${model.log ? "log" : "none"}${model.prior === "none" ? "" : `, divided by ${model.prior}`}`,
    `ARIMA: ${orderName(model.order)}, by policy ${policy.order}`,
    `Spring Festival: ${policy.festival === "searched" ? "searched" : "given"}`,
    `regressors: ${names(model.regressors)}`,
    `outliers: ${names(model.outliers)}, ${policy.outliers === "searched" ? "searched" : "given"}`,
    `January and February parted: ${years.length === 0 ? "never" : years.join(", ")}`,
    `revision: ${policy.revision}`,
  ].join("\n");
}

function nameOf(r: Regressor): string {
  if (r.kind === "festival") return `${r.name} [${r.from}, ${r.to}]`;
  if (r.kind === "user") return r.name;
  return "at" in r ? `${r.kind.toUpperCase()} ${periodOfSlot(r.at, "M")}` : r.kind;
}
