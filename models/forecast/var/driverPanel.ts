import { AppError } from "../../errors.ts";
import { quotedEnglish } from "../../indicators/quotedEnglish.ts";
import { quotedName } from "../../indicators/quotedName.ts";
import type { Condition } from "../../multivariate/conditionalForecast.ts";
import type { Series } from "../../series/series.ts";
import { type Matrix, matrix } from "../../statistics/matrix/matrix.ts";
import type { ForecastModel } from "../contract.ts";
import { type LogChoice, onLogScale } from "../logScale.ts";
import { readTarget, type Target } from "../target.ts";

/** The target (column 0) beside its drivers over the periods that all of them cover, and what is known after those. */
export interface DriverPanel {
  y: Matrix;
  /** Per column: whether it stands in logarithms. */
  logs: readonly boolean[];
  /** Cells known after the last common period: the target's own, and drivers that run ahead. */
  conditions: readonly Condition[];
  /** Steps from the last common period to the target's last figure. */
  behind: number;
  /** Index, in the target's cells, of the panel's first row. */
  firstCell: number;
  target: Target;
}

/**
 * Lines the drivers up with the target by period. The common span must be without gaps; a driver that is published later
 * or earlier than the target shortens the span, and what is known beyond it comes back as conditions on the path.
 * Throws AppError: "invalid-input" for a driver of another frequency or a gap inside the span (naming the period),
 * "not-enough-data" when the span is shorter than `needed` rows.
 */
export function driverPanel(
  model: Pick<ForecastModel, "id" | "frequencies" | "supports">,
  series: Series,
  drivers: readonly Series[],
  needed: number,
  log: LogChoice,
): DriverPanel {
  const target = readTarget(model, series, needed);
  const all = [series, ...drivers];
  const spans = all.map((s) => spanOf(model.id, series, s));
  const first = Math.max(...spans.map((s) => s.first));
  const last = Math.min(...spans.map((s) => s.last));
  const rows = last - first + 1;
  if (rows < needed)
    throw new AppError("not-enough-data", {
      zh: `模型${model.id}需要${quotedName(series.indicator)}与其参照序列共有的${needed}期；现有${Math.max(0, rows)}期`,
      en: `${model.id} needs ${needed} periods that ${quotedEnglish(series.indicator)} and its drivers all cover; found ${Math.max(0, rows)}`,
    });
  const logs = all.map((s) => onLogScale(s, log));
  const read = (j: number, slot: number): number | null => {
    const value = all[j]!.values[slot - all[j]!.firstSlot] ?? null;
    return value === null ? null : logs[j] ? Math.log(value) : value;
  };
  const y = matrix(rows, all.length);
  all.forEach((s, j) => {
    for (let slot = first; slot <= last; slot++) {
      const value = read(j, slot);
      if (value === null || !Number.isFinite(value))
        throw new AppError("invalid-input", {
          zh: `模型${model.id}需要中间没有空缺的序列；${quotedName(s.indicator)}在${s.periods[slot - s.firstSlot]}有空缺`,
          en: `${model.id} cannot bridge the gap of ${quotedEnglish(s.indicator)} in ${s.periods[slot - s.firstSlot]}`,
        });
      y.data[(slot - first) * all.length + j] = value;
    }
  });
  const conditions: Condition[] = [];
  all.forEach((_, j) => {
    for (let slot = last + 1; slot <= spans[j]!.last; slot++) {
      const value = read(j, slot);
      if (value !== null && Number.isFinite(value)) conditions.push({ step: slot - last, series: j, value });
    }
  });
  return {
    y,
    logs,
    conditions,
    behind: spans[0]!.last - last,
    firstCell: first - series.firstSlot,
    target,
  };
}

/** First and last slot with a number. */
function spanOf(id: string, target: Series, s: Series): { first: number; last: number } {
  if (s.frequency !== target.frequency)
    throw new AppError(
      "invalid-input",
      `${id} reads drivers of the target's frequency; ${s.indicator} is ${s.frequency} where ${target.indicator} is ${target.frequency}`,
    );
  const first = s.values.findIndex((v) => v !== null);
  const last = s.values.findLastIndex((v) => v !== null);
  if (first < 0)
    throw new AppError("not-enough-data", {
      zh: `模型${id}需要同时读取${quotedName(s.indicator)}；它还没有数据`,
      en: `${id} needs figures of its driver ${quotedEnglish(s.indicator)}; found none`,
    });
  return { first: s.firstSlot + first, last: s.firstSlot + last };
}
