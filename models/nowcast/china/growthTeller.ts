import type { ToldDensity } from "../../analyses/nowcastResult.ts";
import type { Readings } from "../../analyses/readings.ts";
import { AppError } from "../../errors.ts";
import type { IsoDate } from "../../series/date.ts";
import { type Period, periodOfSlot, slotOf, slotOfDay, spanOf } from "../../series/period.ts";
import { lastIndex } from "../../series/series.ts";
import type { FactorPanel } from "../factorPanel.ts";
import type { FittedFactorModel } from "../fitFactorModel.ts";
import { nowcastOf, type Target } from "../nowcastOf.ts";
import { daysBefore } from "./daysBefore.ts";
import { growthFits } from "./growthFits.ts";
import { growthPanel, targetOn } from "./growthPanel.ts";
import { heavyTailedChange } from "./heavyTailedChange.ts";
import { usualChange, widening } from "./pastScales.ts";
import { type Publication, publicationsOf } from "./publications.ts";
import type { NowcastSpecification } from "./specification.ts";
import { toldDensity } from "./toldDensity.ts";

/** Growth is published to a tenth: changes are not known to be smaller. */
const LEAST_CHANGE = 0.1;
/** Days before its figure at which each past quarter teaches: one with the quarter before still out, two with it known. */
const LESSONS = [112, 56, 7] as const;

/** What weighs the model's word against the last figure on a day, all from figures published up to it. */
export interface Weighing {
  /** Usual size of changes over this many quarters. */
  change: number;
  /** Past errors of the model by its own standard deviation. */
  model: number;
  /** Past errors of what was told by its own standard deviation. */
  told: number;
}

/** The last figure, what the model says, and what is told. */
export interface Told {
  period: Period;
  day: IsoDate;
  steps: number;
  last: { period: Period; value: number };
  model: { mean: number; sd: number };
  weighing: Weighing;
  density: ToldDensity;
}

export interface GrowthTeller {
  publications: readonly Publication[];
  /** The panel of a day, each laid once. */
  panel(day: IsoDate): FactorPanel;
  fitted(day: IsoDate): FittedFactorModel;
  told(period: Period, day: IsoDate): Told;
}

interface Lesson {
  steps: number;
  model: number;
  told: number;
}

export const targetOf = ({ target }: NowcastSpecification, period: Period): Target => ({
  series: target,
  month: slotOfDay(spanOf(period).end, "M"),
});

/** last + E[Δ | d] with d = model − last, and the standard deviation before any widening by the past. */
export function weigh(
  model: { mean: number; sd: number },
  last: number,
  weighing: Weighing,
): { mean: number; sd: number } {
  const { mean, sd } = heavyTailedChange(model.mean - last, weighing.change, weighing.model * model.sd);
  return { mean: last + mean, sd };
}

/**
 * Tells growth of a quarter as of any day. The factor model's word m ± σ (growthFits.ts) is weighed against the last figure L:
 *   told = L + E[Δ | m − L],  Δ ~ s · t₃,  m − L | Δ ~ N(Δ, (κσ)²)          (heavyTailedChange.ts)
 * s from past changes of growth over as many quarters, κ from past errors of the model, and the band's width from past errors of
 * what was told (pastScales.ts): all three known on the day, by quarters ahead. Throws AppError("not-enough-data") before the
 * first fit, "invalid-input" for a quarter already published.
 */
export function growthTeller(readings: Readings, specification: NowcastSpecification): GrowthTeller {
  const publications = publicationsOf(readings, specification);
  const fitted = growthFits(readings, specification);
  const panels = new Map<IsoDate, FactorPanel>();
  const lessons: { published: IsoDate; of: Lesson[] }[] = [];

  const panel = (day: IsoDate): FactorPanel => {
    const held = panels.get(day) ?? growthPanel(readings, specification, day).panel;
    panels.set(day, held);
    return held;
  };

  /** What quarters published up to a day teach; each is told first on the days of its own lessons. */
  const learnt = (day: IsoDate, steps: number): Lesson[] => {
    for (let next = publications[lessons.length]; next && next.published <= day; ) {
      const { period, published, actual } = next;
      const of: Lesson[] = [];
      for (const before of LESSONS) {
        const told = tellable(period, daysBefore(published, before));
        if (told)
          of.push({
            steps: told.steps,
            model: (actual - told.model.mean) / told.model.sd,
            told: (actual - told.density.mean) / (told.density.sd / told.weighing.told),
          });
      }
      lessons.push({ published, of });
      next = publications[lessons.length];
    }
    return lessons.flatMap((l) => (l.published <= day ? l.of.filter((x) => x.steps === steps) : []));
  };

  const tellable = (period: Period, day: IsoDate): Told | null => {
    try {
      return told(period, day);
    } catch (error) {
      // The first quarters have no model yet: they teach nothing.
      if (error instanceof AppError && error.code === "not-enough-data") return null;
      throw error;
    }
  };

  const told = (period: Period, day: IsoDate): Told => {
    const growth = targetOn(readings, specification, day);
    const at = lastIndex(growth);
    if (at === null) throw new AppError("not-enough-data", `no figure of ${specification.target} by ${day}`);
    const steps = slotOf(period, "Q") - (growth.firstSlot + at);
    if (steps < 1)
      throw new AppError("invalid-input", `${specification.target} of ${period} was published by ${day}`);
    const last = { period: growth.periods[at]!, value: growth.values[at]! };
    const model = nowcastOf(fitted(day), panel(day), [targetOf(specification, period)])[0]!;
    const past = learnt(day, steps);
    const changes = growth.values.flatMap((v, i) => {
      const before = growth.values[i - steps] ?? null;
      return v === null || before === null ? [] : [v - before];
    });
    const weighing = {
      change: usualChange(changes, LEAST_CHANGE),
      model: widening(
        past.map((l) => l.model),
        0.5,
      ),
      told: widening(
        past.map((l) => l.told),
        0.8,
      ),
    };
    const { mean, sd } = weigh(model, last.value, weighing);
    return {
      period,
      day,
      steps,
      last,
      model: { mean: model.mean, sd: model.sd },
      weighing,
      density: toldDensity(mean, sd * weighing.told),
    };
  };
  return { publications, panel, fitted, told };
}

/** The quarter after one. */
export const quarterAfter = (period: Period, steps = 1): Period =>
  periodOfSlot(slotOf(period, "Q") + steps, "Q");
