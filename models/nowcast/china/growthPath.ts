import type { Readings } from "../../readings/readings.ts";
import type { IsoDate } from "../../series/date.ts";
import { type Period, periodOfSlot } from "../../series/period.ts";
import { newsBetween } from "../newsBetween.ts";
import { indicatorsOf } from "./growthPanel.ts";
import { type GrowthTeller, type Told, targetOf } from "./growthTeller.ts";
import type { NewsItem, NewsStep } from "./nowcastResult.ts";
import type { NowcastSpecification } from "./specification.ts";
import { weigh } from "./weigh.ts";

/** What was told of a quarter on each day of release from `from` to `to`: days that brought the model nothing are left out. */
export function growthPath(
  readings: Readings,
  specification: NowcastSpecification,
  teller: GrowthTeller,
  period: Period,
  from: IsoDate,
  to: IsoDate,
): Told[] {
  const path = [teller.told(period, from)];
  for (const day of readings.days(indicatorsOf(specification), from, to)) {
    if (sameFigures(teller, path.at(-1)!.day, day)) continue;
    path.push(teller.told(period, day));
  }
  return path;
}

function sameFigures(teller: GrowthTeller, before: IsoDate, day: IsoDate): boolean {
  const a = teller.panel(before);
  const b = teller.panel(day);
  return a.start === b.start && a.months === b.months && a.values.every((v, i) => Object.is(v, b.values[i]));
}

/**
 * Why what is told moved between two days. The factor model's news are exact (newsBetween.ts): m₁ = m₀ + Σ news + revisions +
 * parameters. What is told is a curve of m, so that each share is scaled by the slope of the curve's chord over what the
 * figures moved m, with the weighing of the first day:
 *   impact = slope · weight · (actual − expected),   slope = (told(m₀ + news + revisions) − told(m₀)) / (news + revisions)
 * A revised last figure counts among revisions; new estimates, another drift and another weighing of the model are
 * `parameters`.
 */
export function growthStep(
  specification: NowcastSpecification,
  teller: GrowthTeller,
  before: Told,
  after: Told,
): NewsStep {
  const news = newsBetween(
    { fit: teller.fitted(before.day), panel: teller.panel(before.day) },
    { fit: teller.fitted(after.day), panel: teller.panel(after.day) },
    [targetOf(specification, after.period)],
  ).targets[0]!;
  const moved = news.total.news + news.total.revisions;
  const toldAt = (model: number, last: number): number =>
    weigh({ mean: model, sd: before.model.sd }, last, before.weighing).mean;
  const start = before.density.mean;
  const reached = toldAt(before.model.mean + moved, before.last.value);
  const slope = Math.abs(moved) > SMALLEST ? (reached - start) / moved : 0;
  const items = news.releases.map(
    (r): NewsItem => ({
      indicator: r.series,
      group: specification.members.find((m) => m.id === r.series)!.group,
      period: periodOfItem(specification, r.series, r.month),
      actual: r.actual,
      expected: r.expected,
      surprise: r.news,
      weight: slope * r.weight,
      impact: slope * r.impact,
    }),
  );
  const rebased = toldAt(before.model.mean + moved, after.last.value);
  return {
    day: after.day,
    change: after.density.mean - start,
    items,
    revisions: slope * news.total.revisions + rebased - reached,
    parameters: after.density.mean - rebased + (slope === 0 ? reached - start : 0),
  };
}

/** Below this the model did not move, and its chord has no slope. */
const SMALLEST = 1e-12;

/** The period of a member's figure that stands in a month: the quarter, the pair of months, the running total. */
function periodOfItem({ members }: NowcastSpecification, id: string, month: number): Period {
  const { row } = members.find((m) => m.id === id)!;
  if (row.kind === "quarterly-mean") return periodOfSlot(Math.floor(month / 3), "Q");
  if (row.kind === "year-to-date") return periodOfSlot(month, "M", "year-to-date");
  if (row.kind === "january-february" && month % 12 === 1 && month >= (row.since ?? 0))
    return `${periodOfSlot(month - 1, "M")}/P2M`;
  return periodOfSlot(month, "M");
}
