import { event, eventAsOf } from "../../models/analyses/event.ts";
import { risk, riskAsOf } from "../../models/analyses/risk.ts";
import { AppError } from "../../models/errors.ts";
import type { IsoDate } from "../../models/series/date.ts";
import type { EventAnalysis } from "../../models/warning/china/eventAnalysis.ts";
import { monthToldBy } from "../../models/warning/china/knownMonths.ts";
import type { RiskAnalysis } from "../../models/warning/china/riskAnalysis.ts";
import type { Knowledge } from "../../models/warning/snapshot.ts";
import type { Analyses, MakeOptions } from "../analyses/analyses.ts";

/**
 * What rules may know of event and risk models: of `asOf` the whole result, of a day before it what the same result told
 * up to the month that was told by then. A month once told does not move (held by tests/contracts/riskAnalyses.test.ts),
 * so a replay of the past costs one result an event. Where the day knows too little there is nothing to tell.
 */
export async function loadAnalysisBook(
  analyses: Pick<Analyses, "get">,
  asOf: IsoDate,
  options: MakeOptions,
): Promise<NonNullable<Knowledge["analysis"]>> {
  const whole = new Map<string, EventAnalysis | RiskAnalysis>();
  const held = async <R extends EventAnalysis | RiskAnalysis>(
    analysis: Parameters<typeof analyses.get<R>>[0],
  ): Promise<void> => {
    await Promise.all(
      analysis.subjects.map(async (subject) => {
        try {
          const { result } = await analyses.get(analysis, subject, asOf, options);
          whole.set(`${analysis.id} ${subject}`, result);
        } catch (error) {
          if (!(error instanceof AppError && error.code === "not-enough-data")) throw error;
        }
      }),
    );
  };
  await Promise.all([held(event), held(risk)]);
  const cuts = new Map<string, unknown>();
  return (id, subject, day) => {
    const result = whole.get(`${id} ${subject}`);
    if (!result) return null;
    if (day >= asOf) return result;
    const month = monthToldBy(day);
    if (!result.months.includes(month)) return null;
    const key = `${id} ${subject} ${month}`;
    if (!cuts.has(key))
      cuts.set(
        key,
        id === risk.id ? riskAsOf(result as RiskAnalysis, month) : eventAsOf(result as EventAnalysis, month),
      );
    return cuts.get(key);
  };
}
