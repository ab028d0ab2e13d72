import type { Run } from "../../db/stores/contract.ts";
import type { BacktestRequest } from "../../models/forecast/backtestContract.ts";
import type { IsoDate } from "../../models/series/date.ts";
import type { ModelJob, ModelWork, ReadForWork } from "./modelJob.ts";

/** Back-tests looked through for the last of each model on each target: some refreshes' worth. */
const RUNS = 2_000;

/** The newest back-test that ended well, by model, version and target. */
export async function lastBacktests(job: Pick<ModelJob, "base">): Promise<ReadonlyMap<string, Run>> {
  const runs = await job.base.runs.list({ kind: "backtest", state: "done", limit: RUNS });
  return new Map(runs.reverse().map((r) => [nameOf(r.model, r.version, r.indicator), r]));
}

/**
 * What earlier back-tests of all these models on a target left, and the first vintage that came since; undefined where one
 * of them has none, or where it cannot be told what it had read (the figures in the base from before it are not the number
 * in its record): then everything is fitted anew.
 */
export async function keptBacktest(
  job: Pick<ModelJob, "base">,
  last: ReadonlyMap<string, Run>,
  { target: { head }, models }: ModelWork,
  { history, drivers }: ReadForWork,
): Promise<BacktestRequest["kept"]> {
  const runs = models.map(({ model }) => last.get(nameOf(model.id, model.version, head.indicator)));
  const oldest = runs.reduce((a, r) => (a && r && r.id < a.id ? r : r && a), runs[0]);
  const run = oldest && (await job.base.runs.get(oldest.id));
  if (!run?.inputs) return undefined;
  const had = new Map(run.inputs.map((i) => [i.indicator, i.observations]));
  let since: IsoDate | null = null;
  for (const read of [{ head, history }, ...drivers]) {
    const fresh = read.history.filter((o) => o.loadedAt > run.startedAt);
    if (read.history.length - fresh.length !== had.get(read.head.indicator)) return undefined;
    for (const o of fresh) if (since === null || o.vintage < since) since = o.vintage;
  }
  const ids = new Set(models.map(({ model }) => model.id));
  const { indicator, region } = head;
  const points = await job.base.forecasts.backtest({ indicator, region });
  return { points: points.filter((p) => ids.has(p.model)), since };
}

const nameOf = (model: string | null, version: string | null, indicator: string | null): string =>
  `${model}@${version} ${indicator}`;
