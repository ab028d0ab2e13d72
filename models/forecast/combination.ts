import { AppError } from "../errors.ts";
import type { Words } from "../indicators/indicator.ts";
import { quotedEnglish } from "../indicators/quotedEnglish.ts";
import { quotedName } from "../indicators/quotedName.ts";
import type { Series } from "../series/series.ts";
import type { CombinedMember, FittedModel, Forecast, ForecastModel } from "./contract.ts";
import { fitOnce } from "./fitOnce.ts";
import { checkRequest } from "./gaussianForecast.ts";
import { refusalOf, stoppedBy } from "./refusal.ts";

/** Half way from inverse-MSE weights to equal ones: estimated weights are noisy, equal ones hard to beat. */
const SHRINKAGE = 0.5;

interface Member {
  model: ForecastModel;
  fitted: FittedModel;
  /** In-sample one-step mean squared error; infinite where it fitted no period. */
  mse: number;
  /** Periods behind it. */
  errors: number;
}

/**
 * The weighted mean of several models.
 *   ŷ(h) = Σ wᵢ ŷᵢ(h),   wᵢ = ½·(1/k) + ½·(1/MSEᵢ) / Σ(1/MSEⱼ)
 *   interval ends: Σ wᵢ times the members' ends at the same level (quantiles averaged, which keeps levels nested)
 * A member that cannot be fitted is left out and named by its absence among the weights; at least one must fit.
 * Bates & Granger (1969), The combination of forecasts; Lichtendahl, Grushka-Cockayne & Winkler (2013), Is it better
 * to average probabilities or quantiles?, Management Science 59.
 * The fit tells its members with their weights and the errors behind them (`members`).
 * Call it with the members that passed the gate to combine those alone; the id stays `combination`.
 */
export function combination(members: readonly ForecastModel[]): ForecastModel {
  const frequencies = (["A", "Q", "M", "W", "D"] as const).filter((f) =>
    members.some((m) => m.frequencies.includes(f)),
  );
  const self: ForecastModel = {
    id: "combination",
    title: { zh: "组合预测", en: "Combination" },
    summary: {
      zh: `${members.map((m) => m.title.zh).join("、")}的加权平均；权重介于等权与误差平方倒数之间。`,
      en: `Weighted mean of ${members.map((m) => m.title.en.toLowerCase()).join(", ")}; weights half way between equal and inverse squared error.`,
    },
    reference: {
      text: "Bates & Granger (1969), The combination of forecasts, Operational Research Quarterly 20; Lichtendahl, Grushka-Cockayne & Winkler (2013), Management Science 59",
    },
    version: "2",
    frequencies,
    combines: members.map((m) => m.id),
    supports: { gaps: members.every((m) => m.supports.gaps), drivers: false },
    defaults: {},
    minObservations: (frequency) =>
      Math.min(...able(members, frequency).map((m) => m.minObservations(frequency, m.defaults))),
    fit({ target, seed }) {
      const fitted = fitMembers(self, members, target, seed);
      const weights = shrunkWeights(fitted.map((m) => m.mse));
      return {
        parameters: Object.fromEntries(fitted.map((m, i) => [`weight.${m.model.id}`, weights[i]!])),
        members: fitted.map((m, i) => toldMember(m, weights[i]!)),
        fitted: target.values.map((_, t) =>
          blend(
            fitted.map((m) => m.fitted.fitted[t] ?? null),
            weights,
          ),
        ),
        predict(horizon, levels) {
          checkRequest(horizon, levels);
          return average(
            fitted.map((m) => m.fitted.predict(horizon, levels)),
            weights,
          );
        },
      };
    },
  };
  return self;
}

const able = (members: readonly ForecastModel[], frequency: Series["frequency"]): ForecastModel[] =>
  members.filter((m) => m.frequencies.includes(frequency));

function fitMembers(
  self: ForecastModel,
  members: readonly ForecastModel[],
  target: Series,
  seed: number,
): Member[] {
  const refusals: Words[] = [];
  const fitted = able(members, target.frequency).flatMap((model): Member[] => {
    try {
      const fit = fitOnce(model, target, seed);
      return [{ model, fitted: fit, ...meanSquare(target, fit) }];
    } catch (error) {
      if (!refusalOf(error)) throw error;
      refusals.push(stoppedBy(error).words);
      return [];
    }
  });
  if (fitted.length > 0) return fitted;
  const known = target.values.filter((v) => v !== null).length;
  const needed = self.frequencies.includes(target.frequency) ? self.minObservations(target.frequency, {}) : 0;
  throw new AppError(known < needed ? "not-enough-data" : "invalid-input", {
    zh: `组合至少需要${needed}个数据以估计第一个成员；${quotedName(target.indicator)}有${known}个。${refusals.map((r) => r.zh).join("；")}`,
    en: `combination needs ${needed} observations for its first member; ${quotedEnglish(target.indicator)} has ${known}. ${refusals.map((r) => r.en).join("; ")}`,
  });
}

function toldMember({ model, mse, errors }: Member, weight: number): CombinedMember {
  return {
    model: model.id,
    version: model.version,
    weight,
    rmse: errors === 0 ? null : Math.sqrt(mse),
    errors,
  };
}

function meanSquare(target: Series, { fitted }: FittedModel): Pick<Member, "mse" | "errors"> {
  const squares = fitted.flatMap((f, t) => {
    const v = target.values[t] ?? null;
    return f === null || v === null ? [] : [(v - f) ** 2];
  });
  const errors = squares.length;
  const mse = errors === 0 ? Number.POSITIVE_INFINITY : squares.reduce((a, b) => a + b, 0) / errors;
  return { mse, errors };
}

/** Weights that sum to one. A member that fits without error would take all: then the weights are equal. */
export function shrunkWeights(errors: readonly number[], shrinkage: number = SHRINKAGE): number[] {
  const equal = 1 / errors.length;
  const inverse = errors.map((mse) => 1 / mse);
  const sum = inverse.reduce((a, b) => a + b, 0);
  if (!Number.isFinite(sum) || sum === 0) return errors.map(() => equal);
  return inverse.map((v) => shrinkage * equal + ((1 - shrinkage) * v) / sum);
}

/** The weighted mean of those that have a number; null when none has. */
function blend(values: readonly (number | null)[], weights: readonly number[]): number | null {
  let sum = 0;
  let weight = 0;
  values.forEach((v, i) => {
    if (v === null) return;
    sum += weights[i]! * v;
    weight += weights[i]!;
  });
  return weight > 0 ? sum / weight : null;
}

function average(forecasts: readonly Forecast[], weights: readonly number[]): Forecast {
  const mix = (lists: readonly (readonly number[])[]) =>
    lists[0]!.map((_, h) => lists.reduce((sum, list, i) => sum + weights[i]! * list[h]!, 0));
  const first = forecasts[0]!;
  return {
    start: first.start,
    mean: mix(forecasts.map((f) => f.mean)),
    intervals: first.intervals.map(({ level }, l) => ({
      level,
      lower: mix(forecasts.map((f) => f.intervals[l]!.lower)),
      upper: mix(forecasts.map((f) => f.intervals[l]!.upper)),
    })),
  };
}
