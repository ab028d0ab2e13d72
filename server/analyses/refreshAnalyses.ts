import type { Analysis } from "../../models/analyses/contract.ts";
import { ANALYSES } from "../../models/analyses/registry.ts";
import { AppError } from "../../models/errors.ts";
import type { IsoDate } from "../../models/series/date.ts";
import type { JobFailure } from "../jobs/modelJob.ts";
import { isCancelled } from "../jobs/recordRun.ts";
import type { Analyses, MakeOptions } from "./analyses.ts";

/** One result to make or find. */
export interface AnalysisWork {
  analysis: Analysis;
  subject: string;
}

/** Results made or looked for at once: a thread each and one more, so that no thread waits for the store. */
const AT_ONCE = 3;

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
 * Brings results up to the day in the order given, a few at once. One that fails stays under its name and the rest goes
 * on; one that the day knows too little for is refused, with its sentence in its run. Cancelling leaves the rest undone
 * and is thrown.
 */
export async function refreshAnalyses(
  analyses: Pick<Analyses, "get">,
  work: readonly AnalysisWork[],
  asOf: IsoDate,
  options: MakeOptions & { signal: AbortSignal; onProgress: (done: number, total: number) => void },
): Promise<{ made: number; refused: number; failures: JobFailure[] }> {
  const { onProgress, ...make } = options;
  let next = 0;
  let done = 0;
  let refused = 0;
  const failures: JobFailure[] = [];
  onProgress(0, work.length);
  const inTurn = async (): Promise<void> => {
    while (next < work.length) {
      if (make.signal.aborted)
        throw new AppError("cancelled", `cancelled after ${done} of ${work.length} results`);
      const { analysis, subject } = work[next++]!;
      try {
        await analyses.get(analysis, subject, asOf, make);
      } catch (error) {
        if (isCancelled(error)) throw error;
        const message = error instanceof Error ? error.message : String(error);
        if (error instanceof AppError && error.code === "not-enough-data") refused += 1;
        else failures.push({ part: `${analysis.id} of ${subject}`, message });
      }
      done += 1;
      onProgress(done, work.length);
    }
  };
  // All turns end before cancelling is told: nothing writes afterwards.
  const turns = await Promise.allSettled(Array.from({ length: Math.min(AT_ONCE, work.length) }, inTurn));
  const broken = turns.find((t) => t.status === "rejected");
  if (broken) throw broken.reason;
  return { made: work.length - failures.length - refused, refused, failures };
}
