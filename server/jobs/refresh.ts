import type { Base } from "../../db/stores/contract.ts";
import type { Analysis } from "../../models/analyses/contract.ts";
import { AppError } from "../../models/errors.ts";
import type { Words } from "../../models/indicators/indicator.ts";
import { PRESETS } from "../../models/monitor/presets.ts";
import type { ReadSeries } from "../../models/readings/readings.ts";
import type { WarningRule } from "../../models/warning/contract.ts";
import { WARNING_RULES } from "../../models/warning/registry.ts";
import type { Analyses } from "../analyses/analyses.ts";
import { type AnalysisWork, refreshAnalyses } from "../analyses/refreshAnalyses.ts";
import type { Edition } from "../edition.ts";
import type { EventBus } from "../events.ts";
import type { ModelPool } from "../workers/modelPool.ts";
import { announce } from "./announce.ts";
import { deriveIndexes, indexSeries } from "./deriveIndexes.ts";
import { ensureBounds, FIRST_YEAR } from "./ensureBounds.ts";
import type { JobProgress, RefreshOutcome } from "./jobs.ts";
import { loadKnowledge } from "./loadKnowledge.ts";
import type { JobFailure, ModelWork } from "./modelJob.ts";
import type { RegisteredModel } from "./modelRegistry.ts";
import { readBy } from "./readBy.ts";
import { type RunDesk, type RunSubject, recordRun } from "./recordRun.ts";
import { refreshWarnings, replayWarnings } from "./refreshWarnings.ts";
import { REPLAY_FROM } from "./replayHistory.ts";
import { runBacktests } from "./runBacktests.ts";
import { runForecasts } from "./runForecasts.ts";

/** One refresh under way: what it works with, and the outcome its parts add to. */
export interface Refresh {
  base: Base;
  edition: Edition;
  models: readonly RegisteredModel[];
  pool: Pick<ModelPool, "run">;
  analyses: Analyses;
  events: EventBus;
  desk: RunDesk;
  signal: AbortSignal;
  tell: (progress: JobProgress) => void;
  outcome: RefreshOutcome;
}

const TITLES = {
  bounds: { zh: "估计灯号界限", en: "Estimating light bounds" },
  backtest: { zh: "回测预测模型", en: "Back-testing forecast models" },
  forecast: { zh: "计算预测", en: "Forecasting" },
  derive: { zh: "计算景气预警指数", en: "Computing the warning indexes" },
  light: { zh: "更新季节调整、景气与冷热", en: "Updating adjusted series, cycle and heat" },
  heavy: { zh: "更新即时预测与风险概率", en: "Updating nowcasts and risk probabilities" },
  records: { zh: "补齐即时预测的历史记录", en: "Completing the past record of nowcasts" },
  warnings: { zh: "评估预警规则", en: "Evaluating warning rules" },
  replay: { zh: "回放历史预警", en: "Replaying past warnings" },
} as const satisfies Record<string, Words>;
type Title = keyof typeof TITLES;

/** The warning indexes read figures and bounds alone. */
const NOTHING_SAID = { forecast: () => null, lostEdge: () => null };

export function emptyOutcome(asOf: string): RefreshOutcome {
  return {
    asOf,
    bounds: 0,
    forecasts: 0,
    analyses: 0,
    signals: 0,
    opened: 0,
    closed: 0,
    failures: [],
    durationMs: 0,
  };
}

/** Light bounds that are due by the day. */
export function boundsPart(r: Refresh): Promise<void> {
  return part(
    r,
    "bounds",
    async (tell) => {
      tell(0, 1);
      const { added, read } = await ensureBounds(r.base, r.desk.asOf, r.signal);
      r.outcome.bounds += added;
      tell(1, 1);
      const message = { zh: `新增界限 ${added} 行`, en: `${added} rows of bounds added` };
      return { message, failures: [], read };
    },
    { presets: PRESETS.map((p) => p.title), firstYear: FIRST_YEAR },
  );
}

/** The warning indexes as series of their own; names those that moved, for what reads them. */
export async function derivePart(r: Refresh): Promise<readonly string[]> {
  let kept = 0;
  await part(
    r,
    "derive",
    async (tell) => {
      const { base, desk, signal } = r;
      let read: Iterable<ReadSeries> = [];
      const knowledge = async (): ReturnType<typeof loadKnowledge> => {
        const bounds = await base.bounds.all();
        const loaded = await loadKnowledge(base.observations, [], bounds, NOTHING_SAID, signal);
        read = loaded.series.values();
        return loaded;
      };
      const onProgress = tell;
      kept = await deriveIndexes({ base, knowledge, asOf: desk.asOf, now: desk.now, signal, onProgress });
      // They came as a load of their own: what reads them reads that.
      if (kept > 0) await r.edition.refresh();
      return {
        message: { zh: `存入预警指数 ${kept} 个数据`, en: `${kept} figures of the warning indexes kept` },
        failures: [],
        read,
      };
    },
    { presets: PRESETS.map((p) => p.title), from: REPLAY_FROM },
  );
  return kept > 0 ? PRESETS.map((p) => indexSeries(p.id)) : [];
}

/** Back-tests, then forecasts, of models on targets. */
export async function modelParts(
  r: Refresh,
  work: { backtests: readonly ModelWork[]; forecasts: readonly ModelWork[] },
): Promise<void> {
  if (work.backtests.length > 0) {
    await part(r, "backtest", async (tell) => {
      const { summaries, failures } = await runBacktests(r, work.backtests, tell);
      return { message: { zh: `误差记录 ${summaries} 条`, en: `${summaries} error records` }, failures };
    });
  }
  if (work.forecasts.length > 0) {
    await part(r, "forecast", async (tell) => {
      const { forecasts, failures } = await runForecasts(r, work.forecasts, tell);
      r.outcome.forecasts += forecasts;
      return { message: { zh: `预测 ${forecasts} 条`, en: `${forecasts} forecasts` }, failures };
    });
  }
}

/** Standing analyses of one weight that what came moves. */
export async function analysesPart(
  r: Refresh,
  weight: Analysis["weight"],
  work: readonly AnalysisWork[],
): Promise<void> {
  if (work.length === 0) return;
  const records = weight === "background";
  await part(r, records ? "records" : weight, async (tell) => {
    const { analyses, desk, signal } = r;
    const { made, refused, failures } = await refreshAnalyses(analyses, work, desk.asOf, {
      signal,
      rank: records ? "records" : "refresh",
      ...(desk.parent !== undefined && { parent: desk.parent }),
      onProgress: tell,
    });
    r.outcome.analyses += made;
    const left =
      refused > 0
        ? { zh: `，另有 ${refused} 项当天所知太少`, en: `, ${refused} that the day knows too little for` }
        : { zh: "", en: "" };
    return { message: { zh: `结果 ${made} 项${left.zh}`, en: `${made} results${left.en}` }, failures };
  });
}

/** Some rules as of the day; what is news is told to open browsers. */
export function warningsPart(r: Refresh, rules: readonly WarningRule[]): Promise<void> {
  return part(
    r,
    "warnings",
    async (tell) => {
      tell(0, 1);
      const { base, desk } = r;
      const since = await lastEvaluation(base);
      const at = desk.now().toISOString();
      const result = await refreshWarnings({ ...sources(r), rules, day: desk.asOf, at, since });
      r.outcome.signals += result.signals;
      r.outcome.opened += result.touched.filter((t) => t.change.kind === "open").length;
      r.outcome.closed += result.touched.filter(
        (t) => t.change.kind === "update" && t.change.set.state === "closed",
      ).length;
      announce(r.events, result.touched);
      tell(1, 1);
      return {
        message: {
          zh: `信号 ${result.signals} 个，变动预警 ${result.touched.length} 条`,
          en: `${result.signals} signals, ${result.touched.length} alerts moved`,
        },
        failures: result.failures,
        read: result.read,
      };
    },
    { rules: rulesSet(rules) },
  );
}

/** Every month-end not yet judged, up to the day. */
export function replayPart(r: Refresh): Promise<void> {
  return part(
    r,
    "replay",
    async (tell) => {
      const { desk } = r;
      const at = desk.now().toISOString();
      const { days, signals, opened, closed, failures, read } = await replayWarnings({
        ...sources(r),
        to: desk.asOf,
        at,
        onProgress: tell,
      });
      r.outcome.signals += signals;
      r.outcome.opened += opened;
      r.outcome.closed += closed;
      return {
        message: {
          zh: `评估 ${days} 天，信号 ${signals} 个，新触发预警 ${opened} 条，关闭 ${closed} 条`,
          en: `${days} days judged, ${signals} signals, ${opened} alerts opened, ${closed} closed`,
        },
        failures,
        read,
      };
    },
    { from: REPLAY_FROM, rules: rulesSet(WARNING_RULES) },
  );
}

/** Rules as they are set, for the record of a run. */
const rulesSet = (rules: readonly WarningRule[]): readonly Readonly<Record<string, unknown>>[] =>
  rules.map((rule) => ({ title: rule.title, version: rule.version, ...rule.defaults }));

function sources({ base, models, analyses, signal, desk }: Refresh) {
  return { base, models, analyses, signal, ...(desk.parent !== undefined && { parent: desk.parent }) };
}

/** How a part ended. */
interface PartDone {
  message: Words;
  failures: readonly JobFailure[];
  /** The series it read itself; absent where its own parts tell what they read. */
  read?: Iterable<ReadSeries>;
}

/** One part under its own run record; its failure is kept under its name, and the refresh goes on. */
async function part(
  r: Refresh,
  title: Title,
  work: (tell: (done: number, total: number) => void) => Promise<PartDone>,
  parameters: RunSubject["parameters"] = null,
): Promise<void> {
  if (r.signal.aborted) throw new AppError("cancelled", `cancelled before: ${TITLES[title].en}`);
  // Analyses run twice, before and after the models, each time under a title of its own.
  const kind = title === "light" || title === "heavy" ? "analyses" : title;
  const tell = (done: number, total: number): void => r.tell({ title: TITLES[title], done, total });
  const result = await recordRun(r.desk, { kind, model: null, indicator: null, parameters }, async () => {
    const { message, failures, read } = await work(tell);
    const n = failures.length;
    const failed = n > 0 ? { zh: `；失败 ${n} 项`, en: `; ${n} failed` } : { zh: "", en: "" };
    // Both languages, a line each: the reader's own is shown.
    return {
      value: failures,
      message: `${message.zh}${failed.zh}\n${message.en}${failed.en}`,
      ...(read && { inputs: readBy(read, r.desk.asOf) }),
    };
  });
  const stopped = result.ok || result.refused ? [] : [{ part: kind, message: result.message }];
  const failures = result.ok ? result.value : stopped;
  r.outcome.failures = [...r.outcome.failures, ...failures];
}

/** When the newest evaluation that ended well began; null before the first. */
async function lastEvaluation(base: Pick<Base, "runs">): Promise<string | null> {
  const runs = await base.runs.list({ limit: 1_000 });
  const done = runs.filter((r) => (r.kind === "warnings" || r.kind === "replay") && r.state === "done");
  return done.reduce<string | null>((a, r) => (a !== null && a > r.startedAt ? a : r.startedAt), null);
}
