import { AppError } from "../../errors.ts";
import type { Readings } from "../../readings/readings.ts";
import { type IsoDate, isoDate } from "../../series/date.ts";
import { periodOfSlot, slotOf, spanOf } from "../../series/period.ts";
import type { FactorParameters } from "../factorModel.ts";
import { type FittedFactorModel, fitFactorModel } from "../fitFactorModel.ts";
import { growthPanel, indicatorsOf } from "./growthPanel.ts";
import type { NowcastSpecification } from "./specification.ts";

/** EM ends where a step gains less than this share of the likelihood: from a neighbour's parameters after some four steps. */
const TOLERANCE = 1e-5;
const MOST_STEPS = 200;
/** Months of figures before the first fit. */
const FIRST_AFTER = 14;

/** The first month, as a slot, for which a specification is estimated. */
export const firstFit = ({ since }: NowcastSpecification): number => since + FIRST_AFTER;

/**
 * The factor model with its parameters on any day: estimated with the first release of each month, kept through it. Each month
 * starts from the parameters of the month before, so that a day's parameters hang on what was known up to it alone.
 * The target's own part is held near a random walk after the fit (ownPersistence).
 */
export function growthFits(
  readings: Readings,
  specification: NowcastSpecification,
): (day: IsoDate) => FittedFactorModel {
  const first = firstFit(specification);
  const indicators = indicatorsOf(specification);
  const target = specification.members.findIndex((m) => m.id === specification.target);
  /** By month: with the target's own part held, and the parameters that EM found. */
  const months: { fit: FittedFactorModel; found: FactorParameters }[] = [];

  const estimate = (day: IsoDate) => {
    const { model, panel } = growthPanel(readings, specification, day);
    const before = months.at(-1);
    const fit = fitFactorModel(model, panel, {
      tolerance: TOLERANCE,
      maxIterations: MOST_STEPS,
      ...(before ? { start: before.found } : {}),
    });
    const rho = fit.parameters.rho.map((r, i) => (i === target ? specification.ownPersistence : r));
    return { fit: { ...fit, parameters: { ...fit.parameters, rho } }, found: fit.parameters };
  };

  return (day) => {
    const month = slotOf(day, "M");
    for (let m = first + months.length; m <= month; m++) {
      const { start, end } = spanOf(periodOfSlot(m, "M"));
      const released = readings.days(indicators, isoDate(start - 1), isoDate(end))[0];
      if (released !== undefined && released <= day) months.push(estimate(released));
      else if (m < month && months.length > 0) months.push(months.at(-1)!);
      else break;
    }
    const held = months[Math.min(month - first, months.length - 1)];
    if (!held)
      throw new AppError("not-enough-data", {
        zh: `即时预测需要${periodOfSlot(first, "M")}及以后的数据才能估计；所看之日为${day}`,
        en: `the nowcast ${specification.name} begins with the figures of ${periodOfSlot(first, "M")}; asked for ${day}`,
      });
    return held.fit;
  };
}
