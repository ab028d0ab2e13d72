import { indicatorById } from "../../../models/indicators/registry.ts";
import type { IsoDate } from "../../../models/series/date.ts";
import { candidatesOf } from "../../../models/warning/china/candidates.ts";
import type { CandidateRecord } from "../../../models/warning/china/riskResult.ts";
import type { RiskCandidate } from "../../routers/views.ts";
import { sourceWords } from "../catalogue.ts";

const DECIMALS = 1;

/** A candidate with what it is, its unit and its source. Throws AppError("not-found") for an event without candidates. */
export function riskCandidate(
  event: string,
  record: CandidateRecord,
  vintage: IsoDate | null,
): RiskCandidate {
  const indicator = indicatorById(record.indicator)!;
  const candidate = candidatesOf(event).find((c) => c.indicator === record.indicator)!;
  const less = candidate.less === undefined ? null : indicatorById(candidate.less)!;
  const name = (zh: string, en: string) =>
    less ? { zh: `${zh}（减${less.short.zh}）`, en: `${en} less ${less.short.en}` } : { zh, en };
  return {
    ...record,
    name: name(indicator.name.zh, indicator.name.en),
    short: name(indicator.short.zh, indicator.short.en),
    measured: candidate.measured,
    unit: candidate.unit,
    decimals: Math.max(DECIMALS, indicator.decimals),
    source: sourceWords(indicator),
    vintage,
  };
}
