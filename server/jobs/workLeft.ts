import type { Base } from "../../db/stores/contract.ts";
import { forecastTargets } from "../../models/forecast/targets.ts";
import { fitting, type ModelWork } from "./modelJob.ts";
import type { RegisteredModel } from "./modelRegistry.ts";
import type { RunDesk } from "./recordRun.ts";

/** Run records looked back on to see what was tried already: some refreshes' worth. */
const RUNS = 5_000;

/** Models on the targets they can read, for the targets named (all when null). */
export function workOn(
  indicators: readonly string[] | null,
  models: readonly RegisteredModel[],
): ModelWork[] {
  return forecastTargets(indicators)
    .map((target) => ({ target, models: fitting(target, models) }))
    .filter((w) => w.models.length > 0);
}

/**
 * What a start still has to compute: back-tests of models without an error record under their version, and
 * forecasts not yet made as of the day, or kept by a version that did not keep what a combination is made of. What this code has tried on these data in vain is not tried again.
 */
export async function workLeft(
  base: Pick<Base, "forecasts" | "runs">,
  models: readonly RegisteredModel[],
  desk: RunDesk,
): Promise<{ backtests: ModelWork[]; forecasts: ModelWork[] }> {
  const [errors, runs] = await Promise.all([base.forecasts.errors(), base.runs.list({ limit: RUNS })]);
  const scored = new Set(errors.map((e) => `${e.model}@${e.modelVersion} ${e.indicator}`));
  const tried = new Set(
    runs
      .filter(
        (r) =>
          (r.state === "failed" || r.state === "refused") &&
          r.dataVersion === desk.dataVersion &&
          r.codeVersion === desk.codeVersion,
      )
      .map((r) => `${r.kind} ${r.model} ${r.indicator}`),
  );
  const backtests: ModelWork[] = [];
  const forecasts: ModelWork[] = [];
  for (const { target, models: all } of workOn(null, models)) {
    const { indicator, region } = target.head;
    const rows = await base.forecasts.forecasts({ indicator, region }, { asOf: desk.asOf });
    const combines = new Set(all.filter((m) => m.model.combines).map((m) => m.model.id));
    const made = new Set(
      rows
        .filter((r) => r.asOf === desk.asOf && (r.members.length > 0 || !combines.has(r.model)))
        .map((r) => `${r.model}@${r.modelVersion}`),
    );
    const unscored = all.filter(
      ({ model }) =>
        !scored.has(`${model.id}@${model.version} ${indicator}`) &&
        !tried.has(`backtest ${model.id} ${indicator}`),
    );
    const unmade = all.filter(
      ({ model }) =>
        !made.has(`${model.id}@${model.version}`) && !tried.has(`forecast ${model.id} ${indicator}`),
    );
    if (unscored.length > 0) backtests.push({ target, models: unscored });
    if (unmade.length > 0) forecasts.push({ target, models: unmade });
  }
  return { backtests, forecasts };
}
