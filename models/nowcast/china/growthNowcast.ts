import { AppError } from "../../errors.ts";
import { type IsoDate, isoDate } from "../../series/date.ts";
import { type Period, slotOfDay, spanOf } from "../../series/period.ts";
import type { Series } from "../../series/series.ts";
import type { FactorPanel } from "../factorPanel.ts";
import { type FittedFactorModel, fitFactorModel } from "../fitFactorModel.ts";
import { type NewsForTarget, newsBetween } from "../newsBetween.ts";
import { type Nowcast, nowcastOf } from "../nowcastOf.ts";
import { nowcastPanel } from "../nowcastPanel.ts";
import { knownOn, releaseDays } from "./knownOn.ts";
import { quarterGrowth } from "./quarterGrowth.ts";
import { type NowcastSpecification, specificationHash } from "./specification.ts";

export type SeriesById = Readonly<Record<string, Series>>;

export const LEVELS = [50, 80, 95] as const;

export interface GrowthNowcast {
  specification: string;
  hash: string;
  period: Period;
  density: Nowcast;
  /** Density at the end of each day of release since the day before the path began, with the parameters of that day before. */
  path: readonly { day: IsoDate; density: Nowcast }[];
  /** Why it moved between consecutive days of the path; shorter than the path by one. */
  news: readonly NewsForTarget[];
  /** Days are vintages or publication rules, figures as read today: not the vintages of the time. */
  basis: "pseudo-real-time";
}

/** The members of a specification as its model takes them: the target lengthened, nothing before `since`. */
export function members(seriesById: SeriesById, specification: NowcastSpecification): Series[] {
  const read = (id: string): Series => {
    const found = seriesById[id];
    if (!found)
      throw new AppError(
        "not-enough-data",
        `the nowcast ${specification.name} needs ${id}; it was not given`,
      );
    return found;
  };
  const { running, target, since } = specification;
  return specification.members.map(({ id }) => {
    const own = read(id);
    const long =
      running && id === target ? quarterGrowth(own, read(running.growth), read(running.level)) : own;
    const late = long.periods.map((p) => slotOfDay(spanOf(p).end, "M") >= since);
    return { ...long, values: long.values.map((v, i) => (late[i] ? v : null)) };
  });
}

/** Model and panel of what was known at the end of a day. */
export function panelOn(series: readonly Series[], specification: NowcastSpecification, day: IsoDate) {
  return nowcastPanel(
    series.map((s, i) => {
      const { id, row, idiosyncratic } = specification.members[i]!;
      return {
        series: knownOn(s, day),
        id,
        ...(row ? { row } : {}),
        ...(idiosyncratic ? { idiosyncratic } : {}),
      };
    }),
    [{ name: "global", factors: specification.factors, order: specification.order }],
  );
}

/** The parameters as they were estimated from what was known at the end of a day. */
export function fitOn(
  series: readonly Series[],
  specification: NowcastSpecification,
  day: IsoDate,
): FittedFactorModel {
  const { model, panel } = panelOn(series, specification, day);
  return fitFactorModel(model, panel, { tolerance: 1e-5, maxIterations: 200 });
}

/** The density of the target's period on a vintage. */
export function densityOn(
  fit: FittedFactorModel,
  panel: FactorPanel,
  specification: NowcastSpecification,
  period: Period,
): Nowcast {
  return nowcastOf(fit, panel, [targetOf(specification, period)], LEVELS)[0]!;
}

const targetOf = ({ target }: NowcastSpecification, period: Period) => ({
  series: target,
  month: slotOfDay(spanOf(period).end, "M"),
});

/**
 * The nowcast of one period as of a day: N(E[y|Ω], Var(y|Ω)) of a dynamic factor model (fitFactorModel.ts) with intervals of
 * 50, 80 and 95 %, its path over all days of release from `from` on, and the news between them. Parameters are those of `from`
 * (by default the day before the period begins) throughout, so that only figures move the path, and news add up to its steps.
 * Nothing published after `day` is read. Throws AppError where a member is missing or too short to fit.
 */
export function growthNowcast(
  seriesById: SeriesById,
  specification: NowcastSpecification,
  period: Period,
  day: IsoDate,
  from: IsoDate = isoDate(spanOf(period).start - 1),
): GrowthNowcast {
  if (from > day) throw new AppError("invalid-input", `a path from ${from} cannot end on ${day}`);
  const series = members(seriesById, specification);
  const fit = fitOn(series, specification, from);
  const vintages = [from, ...releaseDays(series, from, day)].map((date) => {
    const { panel } = panelOn(series, specification, date);
    return { day: date, panel, density: densityOn(fit, panel, specification, period) };
  });
  const news = vintages
    .slice(1)
    .map(
      ({ panel }, i) =>
        newsBetween({ fit, panel: vintages[i]!.panel }, { fit, panel }, [targetOf(specification, period)])
          .targets[0]!,
    );
  return {
    specification: specification.name,
    hash: specificationHash(specification),
    period,
    density: vintages.at(-1)!.density,
    path: vintages.map(({ day: date, density }) => ({ day: date, density })),
    news,
    basis: "pseudo-real-time",
  };
}
