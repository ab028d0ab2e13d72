import type { AnalysisKey, Base, ObservationStore, StoredAnalysis } from "../../db/stores/contract.ts";
import type { Analysis } from "../../models/analyses/contract.ts";
import { AppError } from "../../models/errors.ts";
import type { ReadSeries } from "../../models/readings/readings.ts";
import type { IsoDate } from "../../models/series/date.ts";
import { type RunDesk, recordRun, SEED } from "../jobs/recordRun.ts";
import type { Rank } from "../workers/lanes.ts";
import type { ModelPool } from "../workers/modelPool.ts";
import { createInOneGo } from "./inOneGo.ts";
import { fingerprintOf, knownUntil, vintagesRead } from "./inputs.ts";
import { createReader } from "./reader.ts";
import { remembered } from "./remembered.ts";
import { type Shared, share } from "./shared.ts";

/** A result and where it comes from: everything that makes it again. */
export interface Made<Result> extends Omit<StoredAnalysis, "result"> {
  result: Result;
}

export interface MakeOptions {
  signal?: AbortSignal;
  /** A page's unless said otherwise: it waits behind nothing. */
  rank?: Rank;
  /** The run it is a part of. */
  parent?: number;
}

/** Standing analyses as of any day: kept by what was read, made in a worker thread where they are not. */
export interface Analyses {
  /**
   * The result as a day knew it. Several askers share one computation, which is given up when none waits any more. Throws
   * AppError("not-enough-data") where the day knew too little, with the analysis' own sentence.
   */
  get<Result>(
    analysis: Analysis<Result>,
    subject: string,
    asOf: IsoDate,
    options?: MakeOptions,
  ): Promise<Made<Result>>;
  /** The same where it is kept; null where it would have to be made. */
  kept<Result>(analysis: Analysis<Result>, subject: string, asOf: IsoDate): Promise<Made<Result> | null>;
}

/** Refusals remembered, so that a page asked for again does not run again to be told the same. */
const REFUSALS = 500;
/** Fingerprints remembered for one data version: some hundred results, on some days each. */
const FINGERPRINTS = 5_000;

interface Ready {
  until: IsoDate;
  read: readonly ReadSeries[];
  key: AnalysisKey;
}

export function createAnalyses(tools: {
  base: Pick<Base, "analyses"> & { observations: Pick<ObservationStore, "history"> };
  pool: ModelPool;
  /** What a run of now is recorded under. */
  desk: (asOf: IsoDate) => RunDesk;
}): Analyses {
  const { base, pool, desk } = tools;
  const reader = createReader(base.observations);
  const inOneGo = createInOneGo(pool);
  const making = new Map<string, Shared<StoredAnalysis>>();
  const refusals = remembered<AppError>(REFUSALS);
  const fingerprints = remembered<string>(FINGERPRINTS);

  const ready = async (analysis: Analysis, subject: string, asOf: IsoDate): Promise<Ready> => {
    const end = analysis.until?.(subject);
    const until = end !== undefined && end < asOf ? end : asOf;
    const { dataVersion } = desk(asOf);
    const read = await reader.read(dataVersion, analysis.reads(subject));
    const about = { analysis: analysis.id, subject, version: analysis.version };
    const name = [dataVersion, until, ...Object.values(about)].join(" ");
    const inputs = fingerprints.get(name) ?? fingerprintOf(knownUntil(read, until));
    fingerprints.set(name, inputs);
    return { until, read, key: { ...about, inputs } };
  };

  const make = async (
    analysis: Analysis,
    { until, read, key }: Ready,
    parent: number | undefined,
    { stop, hurry, rank }: { stop: AbortSignal; hurry: AbortSignal; rank: Rank },
  ): Promise<StoredAnalysis> => {
    const recorded: RunDesk = { ...desk(until), ...(parent !== undefined && { parent }) };
    const known = knownUntil(read, until);
    const vintages = vintagesRead(known);
    const parameters = analysis.parameters(key.subject);
    let stopped: AppError | null = null;
    const outcome = await recordRun(
      recorded,
      {
        kind: "analysis",
        model: analysis.id,
        indicator: key.subject,
        version: analysis.version,
        inputs: vintages,
        parameters,
      },
      async (run) => {
        const answer = await inOneGo(
          analysis,
          key,
          { read: known, until, seed: SEED },
          { rank, signal: stop, hurry },
        );
        if (!answer.ok) {
          stopped = new AppError(answer.code, answer.words ?? answer.message);
          throw stopped;
        }
        const { day, result, durationMs } = answer;
        const { codeVersion } = recorded;
        const row = { ...key, day, vintages, parameters, seed: SEED, run, codeVersion, durationMs, result };
        await base.analyses.save(row);
        return { value: (await base.analyses.find(key))!, message: said(vintages) };
      },
    );
    if (outcome.ok) return outcome.value;
    throw stopped ?? new AppError("store-unavailable", outcome.message);
  };

  return {
    async kept(analysis, subject, asOf) {
      const { key } = await ready(analysis, subject, asOf);
      const found = await base.analyses.find(key);
      return found && madeOf(found);
    },

    async get(analysis, subject, asOf, { rank = "page", signal, parent } = {}) {
      const work = await ready(analysis, subject, asOf);
      const id = Object.values(work.key).join(" ");
      const before = refusals.get(id);
      if (before) throw before;
      const found = await base.analyses.find(work.key);
      if (found) return madeOf(found);
      let shared = making.get(id);
      if (!shared || shared.over) {
        const begun = share<StoredAnalysis>(({ stop, hurry }) =>
          make(analysis, work, parent, { stop, hurry, rank }).finally(() => {
            if (making.get(id) === begun) making.delete(id);
          }),
        );
        making.set(id, begun);
        shared = begun;
      }
      try {
        return madeOf(await shared.join({ rank, ...(signal && { signal }) }));
      } catch (error) {
        // The same figures are refused again: nothing but the figures decides it.
        if (error instanceof AppError && error.code === "not-enough-data") refusals.set(id, error);
        throw error;
      }
    },
  };
}

/** Read when somebody looks: a refresh only makes results, and large ones would hold up every request. */
function madeOf<Result>({ result: text, ...row }: StoredAnalysis): Made<Result> {
  let read: { result: Result } | null = null;
  return {
    ...row,
    get result() {
      read ??= { result: JSON.parse(text) as Result };
      return read.result;
    },
  };
}

/** What a run read, for its record. */
function said(vintages: StoredAnalysis["vintages"]): string {
  const newest = vintages.reduce<IsoDate>(
    (a, v) => (v.vintage !== null && v.vintage > a ? v.vintage : a),
    "",
  );
  const figures = vintages.reduce((sum, v) => sum + v.observations, 0);
  const n = vintages.length;
  return `读取${n}个序列的${figures}个数据，最新版本日${newest}\n${figures} figures of ${n} series, newest vintage ${newest}`;
}
