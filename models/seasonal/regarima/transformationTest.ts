import { fitModel, type Model, type Problem } from "./model.ts";

export interface TransformationTest {
  log: boolean;
  aiccLog: number | null;
  aiccNone: number;
}

/**
 * Logs or none, by AICc of the same model in both; logs win within `preference`, which X-13ARIMA-SEATS sets to 2. A series
 * with figures at or below zero is left as it is.
 */
export function transformationTest(
  problem: Problem,
  modelOf: (log: boolean) => Model,
  preference = 2,
): TransformationTest {
  const aiccNone = fitModel(problem, modelOf(false)).criteria.aicc;
  if (problem.values.some((v) => v <= 0)) return { log: false, aiccLog: null, aiccNone };
  const aiccLog = fitModel(problem, modelOf(true)).criteria.aicc;
  return { log: aiccLog - preference < aiccNone, aiccLog, aiccNone };
}
