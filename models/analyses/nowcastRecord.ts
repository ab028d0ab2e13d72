import { AppError } from "../errors.ts";
import type { NowcastRecordResult } from "../nowcast/china/nowcastResult.ts";
import type { Analysis } from "./contract.ts";
import { NOWCAST_TARGETS, nowcastTarget } from "./nowcastTargets.ts";

export const RECORD_YEARS = { first: 2010, last: 2026 } as const;
const YEARS = Array.from(
  { length: RECORD_YEARS.last - RECORD_YEARS.first + 1 },
  (_, i) => RECORD_YEARS.first + i,
);

/** How it was: a target's periods whose figures came out in a year, on the vintages of the days before them; none in a year still to come. */
export const nowcastRecord: Analysis<NowcastRecordResult> = {
  id: "nowcast-record",
  version: "7",
  title: { zh: "即时预测的过往记录", en: "Record of the nowcast" },
  weight: "background",
  subjects: NOWCAST_TARGETS.flatMap((t) => YEARS.map((year) => `${t.id}/${year}`)),
  reads: (subject) => partsOf(subject).target.reads,
  until: (subject) => `${partsOf(subject).year + 1}-06-30`,
  parameters: (subject) => ({ ...partsOf(subject).target.specification, year: partsOf(subject).year }),
  compute(subject, readings, _seed, tell) {
    const { target, year } = partsOf(subject);
    return target.record(readings, year, tell);
  },
};

function partsOf(subject: string) {
  const [id = "", text] = subject.split("/");
  const year = Number(text);
  if (!YEARS.includes(year))
    throw new AppError(
      "not-found",
      `no record "${subject}"; a subject is a target and a year from ${RECORD_YEARS.first} to ${RECORD_YEARS.last}, as in gdp.yoy/2019`,
    );
  return { target: nowcastTarget(id), year };
}
