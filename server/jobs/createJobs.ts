import { setMaxListeners } from "node:events";
import type { Logger } from "pino";
import type { Base } from "../../db/stores/contract.ts";
import { AppError } from "../../models/errors.ts";
import { FORECAST_TARGETS } from "../../models/forecast/targets.ts";
import type { Words } from "../../models/indicators/indicator.ts";
import { PRESETS } from "../../models/monitor/presets.ts";
import type { IsoDate } from "../../models/series/date.ts";
import { rulesTouched } from "../../models/warning/judge.ts";
import { WARNING_RULES } from "../../models/warning/registry.ts";
import { createAnalyses } from "../analyses/analyses.ts";
import { analysesTouched } from "../analyses/refreshAnalyses.ts";
import type { Edition } from "../edition.ts";
import type { EventBus } from "../events.ts";
import { createModelPool, type ModelPool } from "../workers/modelPool.ts";
import type { JobProgress, Jobs, RefreshOutcome } from "./jobs.ts";
import { liveRun } from "./liveRun.ts";
import type { ModelRegistry } from "./modelRegistry.ts";
import { createQueue } from "./queue.ts";
import type { RunDesk, RunSubject } from "./recordRun.ts";
import {
  analysesPart,
  boundsPart,
  derivePart,
  emptyOutcome,
  modelParts,
  type Refresh,
  replayPart,
  warningsPart,
} from "./refresh.ts";
import { createUnderWay } from "./underWay.ts";
import { createUnrefreshed } from "./unrefreshed.ts";
import { workLeft, workOn } from "./workLeft.ts";

export interface JobsOptions {
  base: Base;
  events: EventBus;
  models: ModelRegistry;
  edition: Edition;
  log: Logger;
  now: () => Date;
  codeVersion: string;
  modelsDir: string;
  /** Model threads; one or two by the machine's cores when absent. */
  threads?: number;
}

/** What the warning indexes are made of. */
const MEMBERS = PRESETS.flatMap((p) => p.members.map((m) => m.indicator));
const AFTER_LOAD: Words = { zh: "数据到库后的更新", en: "Refresh after a load" };
const FIRST: Words = { zh: "启动后的补算", en: "What a start has to compute" };
const DAILY: Words = { zh: "每日检查", en: "The day's look" };
const RECORDS: Words = { zh: "补齐即时预测的历史记录", en: "Completing the past record of nowcasts" };
const MODEL_RUN: Words = { zh: "运行预测模型", en: "Running forecast models" };

/** The jobs of one process: one at a time, in the order asked; records of the past beside them. */
export function createJobs(options: JobsOptions): Jobs {
  const { base, events, edition, log, now, codeVersion } = options;
  const models = options.models.models.filter((m) => m.daily);
  const onError = (error: unknown): void => log.error({ err: error }, "job failed");
  const queue = createQueue(onError);
  const past = createQueue(onError);
  const underWay = createUnderWay(log);
  const pool = createModelPool({
    modelsDir: options.modelsDir,
    ...(options.threads !== undefined && { threads: options.threads }),
    onThreadError: (error) => log.error({ err: error }, "a model thread died"),
  });

  const unrefreshed = createUnrefreshed(base.settings);

  const deskAt = (asOf: IsoDate): RunDesk => ({
    runs: base.runs,
    now,
    codeVersion,
    dataVersion: edition.dataVersion,
    asOf,
  });

  const analyses = createAnalyses({ base, pool, desk: deskAt });

  /** One refresh from beginning to end, timed and logged. */
  const refresh = async (
    desk: RunDesk,
    signal: AbortSignal,
    work: (r: Refresh) => Promise<void>,
    tell: (progress: JobProgress) => void = () => undefined,
  ): Promise<RefreshOutcome> => {
    const began = now().getTime();
    const outcome = emptyOutcome(desk.asOf);
    await work({
      base,
      edition,
      models,
      pool: inBackground(pool),
      analyses,
      events,
      desk,
      signal,
      tell,
      outcome,
    });
    outcome.durationMs = now().getTime() - began;
    log.info({ outcome: { ...outcome, failures: outcome.failures.length } }, "refreshed");
    for (const failure of outcome.failures) log.warn(failure, "part of a refresh failed");
    return outcome;
  };

  /** A refresh that pages can follow and end: its own run record and live progress. */
  const followed = async (
    about: RunSubject,
    title: Words,
    desk: RunDesk,
    signal: AbortSignal,
    work: (r: Refresh) => Promise<void>,
    onProgress: (progress: JobProgress) => void = () => undefined,
  ): Promise<RefreshOutcome> => {
    const run = await liveRun(events, desk, about, title);
    const both = AbortSignal.any([signal, run.signal]);
    setMaxListeners(0, both);
    const parts = { ...desk, parent: run.id };
    return underWay.hold(
      run,
      about.kind,
      run.follow((tell) =>
        refresh(parts, both, work, (progress) => {
          tell(progress);
          onProgress(progress);
        }),
      ),
    );
  };

  /** What depends on indicators and nothing else, in order; adds the warning indexes to them where they moved. */
  const landed = async (r: Refresh, touched: Set<string>): Promise<void> => {
    await boundsPart(r);
    if (MEMBERS.some((m) => touched.has(m))) for (const derived of await derivePart(r)) touched.add(derived);
    await analysesPart(r, "light", analysesTouched("light", touched));
    const work = workOn(
      FORECAST_TARGETS.filter((t) => touched.has(t)),
      models,
    );
    await modelParts(r, { backtests: work, forecasts: work });
    await analysesPart(r, "heavy", analysesTouched("heavy", touched));
    await warningsPart(r, rulesTouched(WARNING_RULES, touched));
  };

  /** Records that indicators move (all when null). */
  const records = (indicators: ReadonlySet<string> | null): Promise<RefreshOutcome | null> => {
    const work = analysesTouched("background", indicators);
    if (work.length === 0) return Promise.resolve(null);
    return past.add((signal) =>
      followed(about("records"), RECORDS, deskAt(today(edition)), signal, (r) =>
        analysesPart(r, "background", work),
      ),
    );
  };

  return {
    analyses,
    pool,

    firstRefresh: ({ signal, onProgress } = {}) =>
      queue.add(async (both) => {
        const desk = deskAt(today(edition));
        const taken = await unrefreshed.take();
        const work = async (r: Refresh): Promise<void> => {
          await boundsPart(r);
          await derivePart(r);
          await analysesPart(r, "light", analysesTouched("light", null));
          await modelParts(r, await workLeft(base, models, desk));
          await analysesPart(r, "heavy", analysesTouched("heavy", null));
          await replayPart(r);
          // A process that was killed left figures behind: records and forecasts of the days before do not know them.
          if (taken.indicators.size > 0) await landed(r, new Set(taken.indicators));
        };
        const outcome = await followed(about("first"), FIRST, desk, both, work, onProgress);
        await taken.done();
        return outcome;
      }, signal),

    async refreshAfterLoad({ indicators, signal }) {
      await unrefreshed.add(indicators);
      const touched = new Set<string>();
      const outcome = await queue.add(async (both) => {
        await edition.refresh();
        const taken = await unrefreshed.take();
        for (const indicator of taken.indicators) touched.add(indicator);
        const desk = deskAt(today(edition));
        const done = await followed(about("refresh"), AFTER_LOAD, desk, both, (r) => landed(r, touched));
        await taken.done();
        return done;
      }, signal);
      // The queue of records tells of its own failures.
      records(touched).catch(() => undefined);
      return outcome;
    },

    async runModels({ model, indicator, actor }) {
      const chosen = model === null ? models : options.models.models.filter((m) => m.model.id === model);
      if (chosen.length === 0) throw new AppError("not-found", `there is no forecast model "${model}"`);
      const work = workOn(indicator === null ? null : [indicator], chosen);
      if (work.length === 0) {
        throw new AppError(
          "invalid-input",
          `"${indicator}" is no forecast target that ${model ?? "a model"} reads; targets are ${FORECAST_TARGETS.join(", ")}`,
        );
      }
      const desk = deskAt(today(edition));
      const run = await liveRun(events, desk, { kind: "models", model, indicator }, MODEL_RUN);
      log.info({ run: run.id, model, indicator, actor }, "models asked for");
      const parts = (r: Refresh): Promise<void> => modelParts(r, { backtests: work, forecasts: work });
      const inTurn = queue
        .add((signal) => {
          const both = AbortSignal.any([signal, run.signal]);
          setMaxListeners(0, both);
          return run.follow((tell) => refresh({ ...desk, parent: run.id }, both, parts, tell));
        })
        .catch((error: unknown) => run.end("cancelled", messageOf(error)))
        .catch((error: unknown) => log.error({ err: error, run: run.id }, "a run could not be ended"));
      void underWay.hold(run, "models", inTurn);
      return run.id;
    },

    underWay: () => underWay.list(),
    cancel: (what) => underWay.cancel(what),

    catchUp: () => records(null),

    daily: (asOf) =>
      queue.add((signal) =>
        followed(about("daily"), DAILY, deskAt(asOf), signal, async (r) => {
          await boundsPart(r);
          await warningsPart(r, WARNING_RULES);
        }),
      ),

    async idle() {
      await queue.idle();
      await past.idle();
    },

    async close() {
      await Promise.all([queue.close(), past.close()]);
      await pool.close();
    },
  };
}

/** Tasks of jobs wait in the lane behind pages. */
const inBackground = (pool: ModelPool): Pick<ModelPool, "run"> => ({
  run: (task, options) => pool.run(task, { rank: "refresh", ...options }),
});

const about = (kind: string): RunSubject => ({ kind, model: null, indicator: null });

/** The day the base stands on. Throws AppError("not-found") while it is empty. */
function today(edition: Edition): IsoDate {
  if (edition.baseDate === null)
    throw new AppError("not-found", "the base is empty: there is no day to compute for");
  return edition.baseDate;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
