import { AppError } from "../errors.ts";
import { slotOfDay, spanOf } from "../series/period.ts";
import type { Series } from "../series/series.ts";
import { spanMonths } from "../series/spanMonths.ts";
import { checkModel, type FactorBlock, type FactorModel } from "./factorModel.ts";
import type { FactorPanel } from "./factorPanel.ts";
import type { MeasurementRow } from "./measurementRow.ts";

/** One series of a nowcast: growth rates as published, and how it enters the model. */
export interface PanelInput {
  series: Series;
  /** `indicator@region` unless named. */
  id?: string;
  /** Read off the series unless said (rowOf). */
  row?: MeasurementRow;
  /** All blocks unless said. */
  blocks?: readonly string[];
  /** "ar1" unless said; means of weeks or days are always white. */
  idiosyncratic?: "ar1" | "white";
}

/**
 * The row that a series' own form tells:
 *   year-to-date basis, monthly or quarterly → running mean, equal shares of the months
 *   quarterly → ⅓, ⅓, ⅓ of the months, the case of year-on-year rates; growth on the quarter before has to be said
 *   monthly with January and February together → ω = ½, ½ from the first such year on
 *   weekly, daily → the mean of what fell in the month so far
 */
export function rowOf(series: Series): MeasurementRow {
  if (series.frequency === "A")
    throw new AppError(
      "invalid-input",
      `${series.indicator} is annual; a nowcast takes quarters, months, weeks and days`,
    );
  if (series.frequency === "W" || series.frequency === "D") return { kind: "weekly-mean" };
  if (series.basis === "year-to-date") return { kind: "year-to-date" };
  if (series.frequency === "Q") return { kind: "quarterly-mean" };
  const combined = series.values.findIndex((v, i) => v !== null && spanMonths(series, i) === 2);
  return combined < 0
    ? { kind: "monthly" }
    : { kind: "january-february", since: series.firstSlot + combined - 1 };
}

/**
 * Lays series of any frequency on consecutive months, each with its measurement row: a quarter in its last month, a
 * combined January–February in February with January empty, a running total in the month it runs to, weeks and days as the
 * mean of those that ended in the month, with their number. The panel runs from the first figure to the last.
 */
export function nowcastPanel(
  inputs: readonly PanelInput[],
  blocks: readonly FactorBlock[] = [{ name: "global", factors: 1, order: 1 }],
): { model: FactorModel; panel: FactorPanel } {
  const model: FactorModel = {
    blocks,
    series: inputs.map((input) => {
      const row = input.row ?? rowOf(input.series);
      return {
        id: input.id ?? `${input.series.indicator}@${input.series.region}`,
        row,
        blocks: input.blocks ?? blocks.map((b) => b.name),
        idiosyncratic: row.kind === "weekly-mean" ? "white" : (input.idiosyncratic ?? "ar1"),
      };
    }),
  };
  checkModel(model);
  const figures = inputs.map((input, i) =>
    figuresOf(input.series, model.series[i]!.row, model.series[i]!.id),
  );
  const slots = figures.flatMap((f) => [...f.keys()]);
  if (slots.length === 0) throw new AppError("not-enough-data", "no series of the nowcast holds a figure");
  const start = slots.reduce((a, b) => Math.min(a, b));
  const months = slots.reduce((a, b) => Math.max(a, b)) - start + 1;
  const n = inputs.length;
  const values = new Float64Array(months * n).fill(Number.NaN);
  const counts = new Float64Array(months * n).fill(1);
  figures.forEach((found, i) => {
    for (const [slot, { sum, count }] of found) {
      values[(slot - start) * n + i] = sum / count;
      counts[(slot - start) * n + i] = count;
    }
  });
  const panel: FactorPanel = { start, months, values };
  return { model, panel: counts.some((c) => c !== 1) ? { ...panel, counts } : panel };
}

/** The figures of a series by month: their sum and number, 1 but for weeks and days. */
function figuresOf(
  series: Series,
  row: MeasurementRow,
  id: string,
): Map<number, { sum: number; count: number }> {
  const out = new Map<number, { sum: number; count: number }>();
  series.values.forEach((value, i) => {
    if (value === null) return;
    if (!Number.isFinite(value))
      throw new AppError("invalid-input", `${id} holds ${value} in ${series.periods[i]}`);
    const slot = slotOfDay(spanOf(series.periods[i]!).end, "M");
    if (row.kind === "monthly" && spanMonths(series, i) === 2)
      throw new AppError(
        "invalid-input",
        `${id} publishes ${series.periods[i]} for two months; its row has to be january-february, found monthly`,
      );
    if (
      row.kind === "january-february" &&
      slot >= (row.since ?? 0) &&
      slot % 12 === 1 &&
      spanMonths(series, i) === 1
    )
      throw new AppError(
        "invalid-input",
        `${id} publishes ${series.periods[i]} alone after it had begun to publish January and February together`,
      );
    const cell = out.get(slot) ?? { sum: 0, count: 0 };
    cell.sum += value;
    cell.count++;
    out.set(slot, cell);
  });
  return out;
}
