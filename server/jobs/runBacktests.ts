import { linesOf } from "../../models/forecast/refusal.ts";
import { type ForecastTarget, STEP } from "../../models/forecast/targets.ts";
import type { Words } from "../../models/indicators/indicator.ts";
import type { StoredObservation } from "../../models/series/observation.ts";
import { slotOf } from "../../models/series/period.ts";
import { vintagesRead } from "../analyses/inputs.ts";
import type { BacktestAnswer } from "../workers/modelTasks.ts";
import { keptBacktest, lastBacktests } from "./keptBacktest.ts";
import { type JobFailure, type ModelJob, type ModelWork, type ReadForWork, readFor } from "./modelJob.ts";
import { onTarget, type Verdict } from "./onTarget.ts";
import { SEED } from "./recordRun.ts";

/**
 * Back-tests models on targets in the worker threads, a target a task (a combination and its members share
 * their fits), and stores points and summaries as each target ends. Every model on every target has its own run
 * record; one that could be scored nowhere is recorded as refused, or as failed if something broke, with its message, and the others stand. Origins that saw
 * nothing new since the last back-test are not fitted again (`keptBacktest.ts`).
 */
export async function runBacktests(
  job: ModelJob,
  work: readonly ModelWork[],
  onProgress: (done: number, total: number) => void,
): Promise<{ summaries: number; failures: JobFailure[] }> {
  const readAt = job.desk.now().toISOString();
  const [read, last] = await Promise.all([readFor(job, work), lastBacktests(job)]);
  const progress = progressOf(work, read, onProgress);
  const results = await Promise.all(
    work.map((one, i) => {
      const kept = (): ReturnType<typeof keptBacktest> => keptBacktest(job, last, one, read[i]!);
      return backtestTarget(job, one, { ...read[i]!, readAt, kept }, (done, total) =>
        progress(i, done, total),
      );
    }),
  );
  return {
    summaries: results.reduce((sum, r) => sum + r.summaries, 0),
    failures: results.flatMap((r) => r.failures),
  };
}

async function backtestTarget(
  job: ModelJob,
  work: ModelWork,
  {
    history,
    drivers,
    readAt,
    kept,
  }: ReadForWork & { readAt: string; kept: () => ReturnType<typeof keptBacktest> },
  onOrigin: (done: number, total: number) => void,
): Promise<{ summaries: number; failures: JobFailure[] }> {
  const { head, horizons, firstOrigin } = work.target;
  const inputs = vintagesRead([{ head, history }, ...drivers]);
  const settings = { horizons, firstOrigin, step: STEP };
  const how = { inputs, settings, startedAt: readAt };
  const { value, failures } = await onTarget(job, "backtest", work, how, async (runs) => {
    const stands = await kept();
    const answer = await job.pool.run(
      {
        kind: "backtest",
        head,
        history,
        drivers,
        models: work.models.map((m) => m.model.id),
        seed: SEED,
        horizons,
        firstOrigin,
        step: STEP,
        actualsAsOf: job.desk.asOf,
        ...(stands && { kept: stands }),
      },
      { onProgress: onOrigin, ...(job.signal && { signal: job.signal }) },
    );
    const summaries = answer.summaries.map((s) => ({ ...s, run: runs.get(s.model)! }));
    await job.base.forecasts.saveBacktest(answer.points, summaries);
    return { value: summaries.length, verdict: (model) => verdictOf(answer, model) };
  });
  return { summaries: value ?? 0, failures };
}

const NOTHING_SCORED: Words = {
  zh: "没有一个起点可以评分：至少需要一个其后已有数据的起点",
  en: "no origin could be scored: at least one with a later figure is needed",
};

/** How a model's back-test ended, a line in Chinese and one in English. */
function verdictOf(answer: BacktestAnswer, model: string): Verdict {
  const summaries = answer.summaries.filter((s) => s.model === model);
  const failures = answer.failures.filter((f) => f.model === model);
  // A fault is told before what merely did not suit.
  const first = (failures.find((f) => !f.refused) ?? failures[0])?.words ?? NOTHING_SCORED;
  if (summaries.length === 0) {
    const refused = failures.every((f) => f.refused);
    return { state: refused ? "refused" : "failed", message: linesOf(first) };
  }
  const origins = Math.max(...summaries.map((s) => s.origins));
  const passed = summaries.filter((s) => s.gate === "passed").map((s) => s.horizon);
  const at = passed.join(", ");
  const gate =
    passed.length > 0
      ? { zh: `提前 ${at} 期胜过朴素预测`, en: `beat naive at horizons ${at}` }
      : { zh: "各预测期均未胜过朴素预测", en: "did not beat naive at any horizon" };
  const n = failures.length;
  const left =
    n > 0
      ? { zh: `；略去 ${n} 次，首个原因：${first.zh}`, en: `; ${n} left out, the first: ${first.en}` }
      : { zh: "", en: "" };
  const zh = `起点 ${origins} 个；${gate.zh}${left.zh}`;
  return { state: "done", message: `${zh}\n${origins} origins; ${gate.en}${left.en}` };
}

/** Sums the progress of all targets; a target's size is estimated by its periods until its thread has counted. */
function progressOf(
  work: readonly ModelWork[],
  read: readonly ReadForWork[],
  onProgress: (done: number, total: number) => void,
): (target: number, done: number, total: number) => void {
  const state = work.map(({ target }, i) => ({ done: 0, total: periodsFrom(target, read[i]!.history) }));
  return (at, done, total) => {
    state[at] = { done, total };
    onProgress(
      state.reduce((sum, s) => sum + s.done, 0),
      state.reduce((sum, s) => sum + s.total, 0),
    );
  };
}

function periodsFrom({ head, firstOrigin }: ForecastTarget, history: readonly StoredObservation[]): number {
  const from = slotOf(firstOrigin, head.frequency);
  return new Set(history.map((o) => slotOf(o.period, head.frequency)).filter((slot) => slot >= from)).size;
}
