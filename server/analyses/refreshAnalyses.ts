import type { Analysis } from "../../models/analyses/contract.ts";
import { ANALYSES } from "../../models/analyses/registry.ts";
import type { IsoDate } from "../../models/series/date.ts";
import type { JobFailure } from "../jobs/modelJob.ts";
import { isCancelled } from "../jobs/recordRun.ts";
import type { Analyses } from "./analyses.ts";

/** One result to make or find. */
export interface AnalysisWork {
  analysis: Analysis;
  subject: string;
}

/** What the indicators move (all when null), of one weight, in the order of the registry. */
export function analysesTouched(
  weight: Analysis["weight"],
  indicators: ReadonlySet<string> | null,
  all: readonly Analysis[] = ANALYSES,
): AnalysisWork[] {
  return all
    .filter((a) => a.weight === weight)
    .flatMap((analysis) => analysis.subjects.map((subject) => ({ analysis, subject })))
    .filter(
      ({ analysis, subject }) =>
        indicators === null || analysis.reads(subject).some((indicator) => indicators.has(indicator)),
    );
}

/**
 * Brings results up to the day, several at once as threads allow. One that fails stays under its name and the rest goes on;
 * cancelling ends all and is thrown.
 */
export async function refreshAnalyses(
  analyses: Analyses,
  work: readonly AnalysisWork[],
  asOf: IsoDate,
  options: { signal: AbortSignal; onProgress: (done: number, total: number) => void },
): Promise<{ made: number; failures: JobFailure[] }> {
  let done = 0;
  options.onProgress(0, work.length);
  const failures: JobFailure[] = [];
  await Promise.all(
    work.map(async ({ analysis, subject }) => {
      try {
        await analyses.get(analysis, subject, asOf, { signal: options.signal });
      } catch (error) {
        if (isCancelled(error)) throw error;
        failures.push({
          part: `${analysis.id} of ${subject}`,
          message: error instanceof Error ? error.message : String(error),
        });
      }
      done += 1;
      options.onProgress(done, work.length);
    }),
  );
  return { made: work.length - failures.length, failures };
}
