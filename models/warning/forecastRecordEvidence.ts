import { STANDING_RULE } from "../evaluation/standing.ts";
import type { ErrorRecordThen } from "../forecast/recordOf.ts";
import type { Words } from "../indicators/indicator.ts";
import type { IsoDate } from "../series/date.ts";
import type { Evidence } from "./contract.ts";
import { periodWords } from "./periodWords.ts";

/** Bands of 80 % that held this share of the figures, in percent, are fit to be shown. */
const FIT = { low: 70, high: 90 };

const BASES: Readonly<Record<ErrorRecordThen["dataBasis"], Words>> = {
  vintages: { zh: "用各次预测当时的数据版本", en: "on the vintages of each day" },
  "publication-rule": {
    zh: "按发布日历推定当时可知的数据",
    en: "on what the publication calendar says was known",
  },
  mixed: {
    zh: "部分用当时的版本，部分按发布日历推定",
    en: "partly on vintages, partly by the publication calendar",
  },
};

/**
 * What a forecast model was worth, in lines of evidence: error against naive with horizon and sample, past coverage of its
 * 80 % bands, and whether it is in good standing; all by the figures known on `day`.
 */
export function forecastRecordEvidence(record: ErrorRecordThen, day: IsoDate): Evidence[] {
  const { horizon, origins, standing } = record;
  const [first, last] = [periodWords(record.firstOrigin), periodWords(record.lastOrigin)];
  const basis = BASES[record.dataBasis];
  const covered = record.coverage80;
  const about = { period: null, from: { kind: "model", id: record.model, vintage: day } } as const;
  return [
    {
      condition: {
        zh: `模型的历史误差：提前${horizon}期，${first.zh}至${last.zh}共${origins}次预测（${basis.zh}），均方根误差与朴素预测之比 < 1`,
        en: `record of the model: ${horizon} ahead, ${origins} forecasts from ${first.en} to ${last.en} (${basis.en}), RMSE over naive's < 1`,
      },
      value: record.relativeToNaive,
      threshold: 1,
      unit: "times",
      met: record.relativeToNaive < 1,
      ...about,
    },
    {
      condition: {
        zh: `同样${origins}次预测中，80%区间实际包住的比例（${FIT.low}%至${FIT.high}%为合格）`,
        en: `share of those ${origins} figures that its 80 % bands held (${FIT.low} to ${FIT.high} % is fit)`,
      },
      value: covered,
      threshold: 80,
      unit: "percent",
      met: covered >= FIT.low && covered <= FIT.high,
      ...about,
    },
    {
      condition: {
        zh: `${standingZh(standing)}：最近${standing.window}次预测的误差与朴素预测之比 ≤ ${STANDING_RULE.lose}`,
        en: `${standingEn(standing)}: over the last ${standing.window} forecasts its RMSE over naive's ≤ ${STANDING_RULE.lose}`,
      },
      value: standing.recent,
      threshold: STANDING_RULE.lose,
      unit: "times",
      met: standing.state === "good",
      ...about,
    },
  ];
}

function standingZh({ state, since }: ErrorRecordThen["standing"]): string {
  if (state === "good") return `模型自${since}起状态良好`;
  return state === "demoted" ? `模型已于${since}降级` : "模型尚未通过检验";
}

function standingEn({ state, since }: ErrorRecordThen["standing"]): string {
  if (state === "good") return `in good standing since ${since}`;
  return state === "demoted" ? `demoted on ${since}` : "not passed yet";
}
