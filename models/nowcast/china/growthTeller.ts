import { AppError } from "../../errors.ts";
import { quotedEnglish } from "../../indicators/quotedEnglish.ts";
import { quotedName } from "../../indicators/quotedName.ts";
import type { Readings } from "../../readings/readings.ts";
import { type IsoDate, parseIsoDate } from "../../series/date.ts";
import { type Period, slotOf, slotOfDay, spanOf } from "../../series/period.ts";
import { lastIndex } from "../../series/series.ts";
import { interpolate } from "../../statistics/interpolate.ts";
import type { FactorPanel } from "../factorPanel.ts";
import type { FittedFactorModel } from "../fitFactorModel.ts";
import { nowcastOf, type Target } from "../nowcastOf.ts";
import { byVintage } from "./byVintage.ts";
import { daysBefore } from "./daysBefore.ts";
import { dueDay } from "./dueDay.ts";
import { growthFits } from "./growthFits.ts";
import { growthPanel, targetOn } from "./growthPanel.ts";
import { movingScale, type PastError } from "./movingScale.ts";
import type { ToldDensity } from "./nowcastResult.ts";
import { usualChange, widening } from "./pastScales.ts";
import { type Publication, publicationsOf } from "./publications.ts";
import { slowDrift } from "./slowDrift.ts";
import type { NowcastSpecification } from "./specification.ts";
import { toldDensity } from "./toldDensity.ts";
import { type Weighing, weigh } from "./weigh.ts";

/** Growth is published to a tenth: changes are not known to be smaller. */
const LEAST_CHANGE = 0.1;
/** Changes that set their usual size: those of five years, a boom's or a calm's. */
const CHANGES = 20;
/** Days before its figure at which each past quarter teaches: with the quarter before still out, then from early to late with it known. */
const LESSONS = [112, 84, 70, 56, 28, 14, 1] as const;
/** Those that teach how wide bands are once the quarter before is known: between them the width goes by the logarithm of days. */
const WIDTHS = [1, 14, 28, 56, 84] as const;
/** Those that teach how far the model's word is to be believed: stretches of a quarter weigh alike. */
const BELIEFS: readonly number[] = [112, 70, 14, 1];
/** Quarters whose errors teach how far to believe: seven and a half years, so that a change of times is learnt within some. */
const RECENT = 30;

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
  before: number;
  steps: number;
  model: number;
  told: PastError;
}

/** Width of bands by quarters ahead and days to publication, from past errors of what was told: no border between early and late. */
function widthOf(past: readonly Lesson[], steps: number, days: number): number {
  const scale = (taught: (l: Lesson) => boolean): number =>
    movingScale(past.filter(taught).map((l) => l.told));
  if (steps > 1) return scale((l) => l.steps > 1);
  const logs = WIDTHS.map((before) => Math.log(scale((l) => l.steps === 1 && l.before === before)));
  return Math.exp(interpolate(WIDTHS.map(Math.log1p), logs, Math.log1p(Math.max(0, days))));
}

/** Changes over some quarters, where both ends are known; oldest first. */
const changesOver = (values: readonly (number | null)[], steps: number): number[] =>
  values.flatMap((v, i) => {
    const before = values[i - steps] ?? null;
    return v === null || before === null ? [] : [v - before];
  });

export const targetOf = ({ target }: NowcastSpecification, period: Period): Target => ({
  series: target,
  month: slotOfDay(spanOf(period).end, "M"),
});

/**
 * Tells growth of a quarter as of any day. The factor model's word m ± σ (growthFits.ts) is weighed against the last figure L:
 *   told = L + δ + E[Δ | m − L],  Δ ~ s · t₃,  m − L | Δ ~ N(Δ, (κσ)²)      (heavyTailedChange.ts)
 *   Var = c² Var(Δ | m − L) + (¼ E[Δ | m − L])²
 * δ the slow drift of growth over as many quarters (slowDrift.ts), s from past changes beyond it, κ from past errors of m + δ
 * (pastScales.ts), and c from past errors of what was told, late ones more than early ones (movingScale.ts): all four known on the
 * day, by quarters ahead, c by days to publication too. The second term is slack for large changes, whatever the quiet past says.
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
        if (!told) continue;
        const { mean, sd, doubt } = weigh(told.model, told.last.value, told.weighing);
        of.push({
          before,
          steps: told.steps,
          model: (actual - told.model.mean - told.weighing.drift) / told.model.sd,
          told: { error: actual - mean, own: sd, doubt },
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
    if (at === null)
      throw new AppError("not-enough-data", {
        zh: `截至${day}，${quotedName(specification.target)}还没有数据；至少需要一个`,
        en: `no figure of ${quotedEnglish(specification.target)} by ${day}; at least one is needed`,
      });
    const steps = slotOf(period, "Q") - (growth.firstSlot + at);
    if (steps < 1)
      throw new AppError("invalid-input", `${specification.target} of ${period} was published by ${day}`);
    const last = { period: growth.periods[at]!, value: growth.values[at]! };
    const model = nowcastOf(fitted(day), panel(day), [targetOf(specification, period)])[0]!;
    const past = learnt(day);
    const drift = steps * slowDrift(changesOver(growth.values, 1));
    const ofSteps = past
      .slice(-RECENT)
      .flat()
      .filter((l) => l.steps === steps && BELIEFS.includes(l.before));
    const weighing = {
      drift,
      change: usualChange(
        changesOver(growth.values, steps)
          .slice(-CHANGES)
          .map((c) => c - drift),
        LEAST_CHANGE,
      ),
      model: widening(
        ofSteps.map((l) => l.model),
        0.5,
      ),
      told: widthOf(past.flat(), steps, daysLeft(period, day)),
    };
    const { mean, sd, doubt } = weigh(model, last.value, weighing);
    return {
      period,
      day,
      steps,
      last,
      model: { mean: model.mean, sd: model.sd },
      weighing,
      density: toldDensity(mean, Math.hypot(weighing.told * sd, doubt)),
    };
  };
  const daysLeft = (period: Period, day: IsoDate): number =>
    parseIsoDate(dueDay(specification.target, period) ?? day)! - parseIsoDate(day)!;

  return { publications, panel, fitted, told };
}
