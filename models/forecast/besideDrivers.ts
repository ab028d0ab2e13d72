import { AppError } from "../errors.ts";
import { quotedEnglish } from "../indicators/quotedEnglish.ts";
import { quotedName } from "../indicators/quotedName.ts";
import { periodOfSlot } from "../series/period.ts";
import { type Series, sliceSeries } from "../series/series.ts";
import type { ForecastModel } from "./contract.ts";
import { driverUse } from "./drivers.ts";
import { ets } from "./ets/ets.ts";
import { fitOnce } from "./fitOnce.ts";

/**
 * A target and its drivers as a model reads them, from what one day knew. A January that is published together with
 * February has the figure of both; a driver begins after its last gap beside that. Models that mix frequencies take the
 * drivers so; for the others the target begins with the last of them, and where drivers must be known over the
 * horizon each is carried on by its own automatic exponential smoothing (its error is not counted in the model's interval).
 * Throws AppError("not-enough-data") where a driver has no figure yet.
 */
export function besideDrivers(
  model: ForecastModel,
  target: Series,
  drivers: readonly Series[],
  horizon: number,
  seed: number,
): { target: Series; drivers: Series[] } {
  if (drivers.length === 0) return { target, drivers: [] };
  const use = driverUse(model);
  const clean = drivers.map((driver) => afterLastGap(model, withBothMonths(driver)));
  if (use === "mixed") return { target, drivers: clean };
  const first = Math.max(target.firstSlot, ...clean.map((d) => d.firstSlot));
  const from = Math.min(first - target.firstSlot, target.values.length);
  const end = target.firstSlot + target.values.length + horizon;
  return {
    target: sliceSeries(target, from, target.values.length),
    drivers: use === "ahead" ? clean.map((d) => carried(d, end, seed)) : clean,
  };
}

/** The figure of January–February in both months. */
function withBothMonths(driver: Series): Series {
  const { values, reasons } = driver;
  return {
    ...driver,
    values: values.map((v, i) => (reasons[i] === "combined-with-next" ? (values[i + 1] ?? null) : v)),
  };
}

/** The driver from its last gap on, up to its last figure. */
function afterLastGap(model: ForecastModel, driver: Series): Series {
  const last = driver.values.findLastIndex((v) => v !== null);
  if (last < 0)
    throw new AppError("not-enough-data", {
      zh: `模型${model.id}需要同时读取${quotedName(driver.indicator)}；它还没有数据`,
      en: `${model.id} needs figures of its driver ${quotedEnglish(driver.indicator)}; found none`,
    });
  const gap = driver.values.findLastIndex((v, i) => v === null && i < last);
  return sliceSeries(driver, gap + 1, last + 1);
}

/** A driver with its forecast in the place of figures to come, up to the slot `end`. */
function carried(driver: Series, end: number, seed: number): Series {
  const { firstSlot, values, frequency, basis } = driver;
  const ahead = end - firstSlot - values.length;
  if (ahead <= 0) return driver;
  const { mean } = fitOnce(ets, driver, seed).predict(ahead, []);
  const to = <T>(list: readonly T[], more: (h: number) => T): T[] => [
    ...list,
    ...mean.map((_, h) => more(h)),
  ];
  return {
    ...driver,
    periods: to(driver.periods, (h) => periodOfSlot(firstSlot + values.length + h, frequency, basis)),
    values: to(values, (h) => mean[h]!),
    status: to(driver.status, () => "normal"),
    reasons: to(driver.reasons, () => null),
    vintages: to(driver.vintages, () => null),
  };
}
