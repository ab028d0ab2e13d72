import { AppError } from "../errors.ts";
import { indicatorsOf } from "../nowcast/china/growthPanel.ts";
import { growthRecord } from "../nowcast/china/growthRecord.ts";
import { GROWTH_SPECIFICATION } from "../nowcast/china/growthSpecification.ts";
import type { Analysis } from "./contract.ts";
import type { NowcastRecordResult } from "./nowcastResult.ts";

export const RECORD_YEARS = { first: 2010, last: 2026 } as const;
const YEARS = Array.from(
  { length: RECORD_YEARS.last - RECORD_YEARS.first + 1 },
  (_, i) => RECORD_YEARS.first + i,
);

/** How it was: a target's periods whose figures came out in a year, on the vintages of the days before them. */
export const nowcastRecord: Analysis<NowcastRecordResult> = {
  id: "nowcast-record",
  version: "1",
  title: { zh: "即时预测的过往记录", en: "Record of the nowcast" },
  weight: "background",
  subjects: YEARS.map((year) => `${GROWTH_SPECIFICATION.target}/${year}`),
  reads: (subject) => indicatorsOf(partsOf(subject).specification),
  until: (subject) => `${partsOf(subject).year + 1}-06-30`,
  parameters: (subject) => ({ ...partsOf(subject).specification, year: partsOf(subject).year }),
  compute(subject, readings, _seed, tell) {
    const { specification, year } = partsOf(subject);
    return growthRecord(readings, specification, year, tell);
  },
};

function partsOf(subject: string) {
  const [target, year] = subject.split("/");
  const specification = [GROWTH_SPECIFICATION].find((s) => s.target === target);
  if (!specification || !YEARS.includes(Number(year)))
    throw new AppError(
      "not-found",
      `no record "${subject}"; a subject is a target and a year from ${RECORD_YEARS.first} to ${RECORD_YEARS.last}, as in gdp.yoy/2019`,
    );
  return { specification, year: Number(year) };
}
