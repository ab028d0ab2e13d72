import type { Readings } from "../../readings/readings.ts";
import type { IsoDate } from "../../series/date.ts";
import { type Period, periodOfSlot, slotOf } from "../../series/period.ts";
import type { NewsItem, NewsStep } from "./nowcastResult.ts";
import { type PriceSpecification, priceIndicators } from "./priceSpecification.ts";
import { type PriceTeller, type ToldPrice, termForecast, toldChange } from "./priceTeller.ts";
import { figureAt } from "./priceTerm.ts";

type Figures = Map<string, Map<number, number>>;

/** What was told of a month on each day of release from `from` to `to` that brought the equation something. */
export function pricePath(
  readings: Readings,
  specification: PriceSpecification,
  teller: PriceTeller,
  period: Period,
  from: IsoDate,
  to: IsoDate,
): ToldPrice[] {
  const path = [teller.told(period, from)];
  for (const day of readings.days(priceIndicators(specification), from, to)) {
    const told = teller.told(period, day);
    const { items, revisions } = priceStep(path.at(-1)!, told);
    if (items.length > 0 || revisions !== 0) path.push(told);
  }
  return path;
}

/**
 * Why what is told moved between two days with the coefficients of the month. Revised figures first, all together; then new ones, one
 * after another by indicator and month: impact = ŷ with the figure − ŷ without, weight = impact / (actual − expected),
 * expected what the term's own autoregression said of it. A figure that this month does not read is no news of it.
 */
export function priceStep(before: ToldPrice, after: ToldPrice): NewsStep {
  const t = slotOf(after.period, "M");
  const { fit } = before;
  const figures: Figures = new Map([...before.known].map(([id, months]) => [id, new Map(months)]));
  const told = (): number => after.last.value + toldChange(fit, figures, t);
  const fresh: { id: string; month: number; actual: number }[] = [];
  for (const [id, months] of after.known) {
    const held = figures.get(id)!;
    for (const [month, actual] of months)
      if (held.has(month)) held.set(month, actual);
      else fresh.push({ id, month, actual });
    for (const month of held.keys()) if (!months.has(month)) held.delete(month);
  }
  const start = before.density.mean;
  let reached = told();
  let revisions = reached - start;
  const items: NewsItem[] = [];
  for (const { id, month, actual } of fresh.sort((a, b) => a.month - b.month || (a.id < b.id ? -1 : 1))) {
    const said = expectation(before, figures, id, month);
    figures.get(id)!.set(month, actual);
    const now = told();
    const impact = now - reached;
    if (impact === 0) continue;
    reached = now;
    const surprise = said ? actual - said.expected : 0;
    if (!said || Math.abs(surprise) < SMALLEST) {
      revisions += impact;
      continue;
    }
    items.push({
      indicator: id,
      group: said.group,
      period: periodOfSlot(month, "M"),
      actual,
      expected: said.expected,
      surprise,
      weight: impact / surprise,
      impact,
    });
  }
  return { day: after.day, change: after.density.mean - start, items, revisions, parameters: 0 };
}

/** A figure that came as expected moves nothing. */
const SMALLEST = 1e-12;

/** What was expected of a figure: by the first term whose newest figure it is; null where no term waits for it. */
function expectation(before: ToldPrice, figures: Figures, id: string, month: number) {
  for (const fitted of before.fit.terms) {
    const { term } = fitted;
    if (term.kind === "festival" || term.id !== id) continue;
    const { value } = termForecast(fitted, figures, month + term.lag);
    const expected = figureAt(term, figures, month + term.lag, value);
    if (expected !== null) return { expected, group: term.group };
  }
  return null;
}
