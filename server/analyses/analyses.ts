import type { Base, StoredAnalysis } from "../../db/stores/contract.ts";
import type { Analysis } from "../../models/analyses/contract.ts";
import { AppError, type ErrorCode } from "../../models/errors.ts";
import type { IsoDate } from "../../models/series/date.ts";
import { type RunDesk, recordRun, SEED } from "../jobs/recordRun.ts";
import type { ModelPool } from "../workers/modelPool.ts";
import { knownUntil, vintagesRead } from "./inputs.ts";
import { createReader } from "./reader.ts";

/** A result and where it comes from: everything that makes it again. */
export interface Made<Result> extends Omit<StoredAnalysis, "result"> {
  result: Result;
}

export interface MakeOptions {
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}

/** Standing analyses as of any day: kept by what was read, made in a worker thread where they are not. */
export interface Analyses {
  /**
   * The result as a day knew it. Two askers share one computation. Throws AppError("not-enough-data") where the day knew too
   * little, with the analysis' own sentence.
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

export function createAnalyses(tools: {
  base: Pick<Base, "analyses" | "observations">;
  pool: ModelPool;
  /** What a run of now is recorded under. */
  desk: (asOf: IsoDate) => RunDesk;
}): Analyses {
  const { base, pool, desk } = tools;
  const reader = createReader(base.observations);
  const making = new Map<string, Promise<StoredAnalysis>>();
  const refused = new Map<string, { code: ErrorCode; message: string }>();

  const read = async (analysis: Analysis, subject: string, asOf: IsoDate) => {
    const end = analysis.until?.(subject);
    const until = end !== undefined && end < asOf ? end : asOf;
    const all = await reader.read(desk(asOf).dataVersion, analysis.reads(subject));
    const { known, inputs } = knownUntil(all, until);
    return { until, known, key: { analysis: analysis.id, subject, version: analysis.version, inputs } };
  };

  const make = async (
    analysis: Analysis,
    subject: string,
    { until, known, key }: Awaited<ReturnType<typeof read>>,
    { signal, onProgress }: MakeOptions,
  ): Promise<StoredAnalysis> => {
    const recorded = desk(until);
    const about = { kind: "analysis", model: analysis.id, indicator: subject };
    let refusal: { code: ErrorCode; message: string } | null = null;
    const outcome = await recordRun(recorded, about, async (run) => {
      const answer = await pool.run(
        { kind: "analysis", analysis: analysis.id, subject, read: known, until, seed: SEED },
        { ...(signal && { signal }), ...(onProgress && { onProgress }) },
      );
      if (!answer.ok) {
        refusal = { code: answer.code, message: answer.message };
        throw new AppError(answer.code, answer.message);
      }
      const row = {
        ...key,
        day: answer.day,
        vintages: vintagesRead(known),
        parameters: analysis.parameters(subject),
        seed: SEED,
        run,
        codeVersion: recorded.codeVersion,
        durationMs: answer.durationMs,
        result: answer.result,
      };
      await base.analyses.save(row);
      return { value: { ...row, savedAt: recorded.now().toISOString() }, message: said(row.vintages) };
    });
    if (outcome.ok) return outcome.value;
    const { code, message } = refusal ?? { code: "store-unavailable" as const, message: outcome.message };
    throw new AppError(code, message);
  };

  return {
    async kept(analysis, subject, asOf) {
      const { key } = await read(analysis, subject, asOf);
      const found = await base.analyses.find(key);
      return found && madeOf(found);
    },

    async get(analysis, subject, asOf, options = {}) {
      const ready = await read(analysis, subject, asOf);
      const id = Object.values(ready.key).join(" ");
      const before = refused.get(id);
      if (before) throw new AppError(before.code, before.message);
      const found = await base.analyses.find(ready.key);
      if (found) return madeOf(found);
      let promise = making.get(id);
      if (!promise) {
        promise = make(analysis, subject, ready, options).finally(() => making.delete(id));
        making.set(id, promise);
      }
      try {
        return madeOf(await promise);
      } catch (error) {
        if (error instanceof AppError && error.code === "not-enough-data") {
          refused.set(id, { code: error.code, message: error.message });
          if (refused.size > REFUSALS) refused.delete(refused.keys().next().value!);
        }
        throw error;
      }
    },
  };
}

function madeOf<Result>({ result, ...row }: StoredAnalysis): Made<Result> {
  return { ...row, result: JSON.parse(result) as Result };
}

/** What a run read, for its record. */
function said(vintages: StoredAnalysis["vintages"]): string {
  const newest = vintages.reduce<IsoDate>(
    (a, v) => (v.vintage !== null && v.vintage > a ? v.vintage : a),
    "",
  );
  const figures = vintages.reduce((sum, v) => sum + v.observations, 0);
  return `${figures} figures of ${vintages.length} series, newest vintage ${newest}`;
}
