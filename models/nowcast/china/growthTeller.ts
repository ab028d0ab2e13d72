import type { ToldDensity } from "../../analyses/nowcastResult.ts";
import type { Readings } from "../../analyses/readings.ts";
import { AppError } from "../../errors.ts";
import { type IsoDate, parseIsoDate } from "../../series/date.ts";
import { type Period, slotOf, slotOfDay, spanOf } from "../../series/period.ts";
import { lastIndex } from "../../series/series.ts";
import type { FactorPanel } from "../factorPanel.ts";
import type { FittedFactorModel } from "../fitFactorModel.ts";
import { nowcastOf, type Target } from "../nowcastOf.ts";
import { byVintage } from "./byVintage.ts";
import { daysBefore } from "./daysBefore.ts";
import { dueDay } from "./dueDay.ts";
import { growthFits } from "./growthFits.ts";
import { growthPanel, targetOn } from "./growthPanel.ts";
import { heavyTailedChange } from "./heavyTailedChange.ts";
import { usualChange, widening } from "./pastScales.ts";
import { type Publication, publicationsOf } from "./publications.ts";
import type { NowcastSpecification } from "./specification.ts";
import { toldDensity } from "./toldDensity.ts";

/** Growth is published to a tenth: changes are not known to be smaller. */
const LEAST_CHANGE = 0.1;
/** Changes that set their usual size: those of five years, a boom's or a calm's. */
const CHANGES = 20;
/** Days before its figure at which each past quarter teaches: with the quarter before still out, then early and late with it known. */
const LESSONS = [112, 70, 14, 1] as const;
/** More days than these before the figure are early. */
const EARLY = 49;
/** Quarters whose errors teach: seven and a half years, so that a change of times is learnt within some. */
const RECENT = 30;
/** Share of a change told by which its size is in doubt, whatever the quiet past says: how strongly growth follows its factor. */
const DOUBT = 0.25;

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
  stage: Stage;
  model: number;
  told: number;
}

type Stage = "next" | "early" | "late";

const stageOf = (steps: number, daysLeft: number): Stage => {
  if (steps > 1) return "next";
  return daysLeft > EARLY ? "early" : "late";
};

export const targetOf = ({ target }: NowcastSpecification, period: Period): Target => ({
  series: target,
  month: slotOfDay(spanOf(period).end, "M"),
});

/** last + E[Δ | d] with d = model − last, and √(Var(Δ | d) + (DOUBT · E[Δ | d])²) before any widening by the past. */
export function weigh(
  model: { mean: number; sd: number },
  last: number,
  weighing: Weighing,
): { mean: number; sd: number } {
  const { mean, sd } = heavyTailedChange(model.mean - last, weighing.change, weighing.model * model.sd);
  return { mean: last + mean, sd: Math.hypot(sd, DOUBT * mean) };
}

/**
 * Tells growth of a quarter as of any day. The factor model's word m ± σ (growthFits.ts) is weighed against the last figure L:
 *   told = L + E[Δ | m − L],  Δ ~ s · t₃,  m − L | Δ ~ N(Δ, (κσ)²)          (heavyTailedChange.ts)
 * s from past changes of growth over as many quarters, κ from past errors of the model, and the band's width from past errors of
 * what was told (pastScales.ts): all three known on the day, by quarters ahead, the width early and late in the quarter apart.
 * Throws AppError("not-enough-data") before the first fit, "invalid-input" for a quarter already published.
 */
export function growthTeller(read: Readings, specification: NowcastSpecification): GrowthTeller {
  const readings = byVintage(read);
  const publications = publicationsOf(readings, specification);
  const fitted = growthFits(readings, specification);
  const panels = new Map<IsoDate, FactorPanel>();
  const lessons: { published: IsoDate; of: Lesson[] }[] = [];

  const panel = (day: IsoDate): FactorPanel => {
    const held = panels.get(day) ?? growthPanel(readings, specification, day).panel;
    panels.set(day, held);
    return held;
  };

  /** What quarters published up to a day teach, quarter by quarter; each is told first on the days of its own lessons. */
  const learnt = (day: IsoDate): (readonly Lesson[])[] => {
    for (let next = publications[lessons.length]; next && next.published <= day; ) {
      const { period, published, actual } = next;
      const of: Lesson[] = [];
      for (const before of LESSONS) {
        const told = tellable(period, daysBefore(published, before));
        if (told)
          of.push({
            steps: told.steps,
            stage: stageOf(told.steps, before),
            model: (actual - told.model.mean) / told.model.sd,
            told: (actual - told.density.mean) / (told.density.sd / told.weighing.told),
          });
      }
      lessons.push({ published, of });
      next = publications[lessons.length];
    }
    return lessons.flatMap((l) => (l.published <= day ? [l.of] : []));
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
    const past = learnt(day);
    const changes = growth.values.flatMap((v, i) => {
      const before = growth.values[i - steps] ?? null;
      return v === null || before === null ? [] : [v - before];
    });
    const stage = stageOf(steps, daysLeft(period, day));
    const ofSteps = past
      .slice(-RECENT)
      .flat()
      .filter((l) => l.steps === steps);
    // Of a quarter before which another is still out the whole past: any seven years of it are one boom or one crisis.
    const ofStage = (stage === "next" ? past : past.slice(-RECENT)).flat().filter((l) => l.stage === stage);
    const weighing = {
      change: usualChange(changes.slice(-CHANGES), LEAST_CHANGE),
      model: widening(
        ofSteps.map((l) => l.model),
        0.5,
      ),
      told: widening(
        ofStage.map((l) => l.told),
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
  const daysLeft = (period: Period, day: IsoDate): number =>
    parseIsoDate(dueDay(specification.target, period) ?? day)! - parseIsoDate(day)!;

  return { publications, panel, fitted, told };
}
