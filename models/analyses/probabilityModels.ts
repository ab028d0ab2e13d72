import type { Words } from "../indicators/indicator.ts";
import { type EventBook, MODEL_IDS, type ModelId, WINDOW } from "../warning/china/eventBook.ts";
import type { ProbabilityModel } from "../warning/china/riskResult.ts";
import { brierOf, scoreRecord, signalsRecord } from "../warning/china/scoreRecord.ts";
import { bandPath } from "./bandPath.ts";

const TITLES: Readonly<Record<ModelId, Words>> = {
  probit: { zh: "概率回归", en: "Probit" },
  klr: { zh: "信号法", en: "Signals approach" },
  markov: { zh: "区制转换", en: "Regime switching" },
};

const SLOPES: Readonly<Record<ModelId, Words>> = {
  probit: {
    zh: "候选指标平均偏离（标准差）的系数",
    en: "Slope on the candidates' mean score, in standard deviations",
  },
  klr: { zh: "加权信号份额的系数", en: "Slope on the weighted share of signals" },
  markov: { zh: "危险状态概率的系数", en: "Slope on the probability of the dangerous regime" },
};

/**
 * The three models of an event with their record. A model counts as signalling above the frequency known at the time: there the
 * costs of missed events and false alarms balance. Every month is estimated from the months before it.
 */
export function probabilityModels(book: EventBook, e: number, seed: number): ProbabilityModel[] {
  const { outcomes, onsets } = book.samples[e]!;
  return MODEL_IDS.map((id) => {
    const model = book.models[id];
    const { value, draws } = model.paths[e]!;
    const signals = value.map((p, t) =>
      p === null || book.frequency[t] === null ? null : p > book.frequency[t]!,
    );
    const record = scoreRecord(value, outcomes, seed);
    return {
      id,
      title: TITLES[id],
      path: bandPath(value, draws),
      auroc: record.auroc,
      permutationP: record.permutationP,
      brier: brierOf(value, outcomes),
      ...signalsRecord(signals, outcomes, onsets, WINDOW),
      cutoff: 100 * (book.frequency.at(-1) ?? 0),
      basis: "real-time",
      estimates: estimatesOf(book, id, e),
    };
  });
}

function estimatesOf(book: EventBook, id: ModelId, e: number): ProbabilityModel["estimates"] {
  const { coefficients, errors } = book.models[id];
  const [constant, slope] = coefficients.findLast((c) => c !== null) ?? [];
  if (constant === undefined || slope === undefined) return [];
  const found = [
    { name: { zh: "常数", en: "Constant" }, value: constant, standardError: errors?.[0] ?? null },
    { name: SLOPES[id], value: slope, standardError: errors?.[1] ?? null },
  ];
  const [danger, calm] = (id === "markov" ? book.regimes[e]!.regimes : null) ?? [];
  if (!danger || !calm) return found;
  const plain = (zh: string, en: string, value: number) => ({ name: { zh, en }, value, standardError: null });
  return [
    ...found,
    plain("危险状态的均值", "Mean of the dangerous regime", danger.mean),
    plain("平静状态的均值", "Mean of the calm regime", calm.mean),
    plain("危险状态平均持续月数", "Months the dangerous regime lasts on average", danger.duration),
  ];
}
