import { pathToFileURL } from "node:url";
import { nowcastRecord } from "../../../models/analyses/nowcastRecord.ts";
import { NATION } from "../../../models/indicators/nation.ts";
import type { PastPeriod } from "../../../models/nowcast/china/nowcastResult.ts";
import {
  recordSummary,
  type Sample,
  type StageSummary,
} from "../../../models/nowcast/china/recordSummary.ts";
import { type ReadSeries, readingsOf } from "../../../models/readings/readings.ts";
import { inputKey } from "../../../models/warning/inputKey.ts";
import { seedHistories } from "../../contracts/seedKnowledge.ts";

const WORLD = "WLD";

/** The shipped history of an indicator: the nation's, or the world's where a price is the world's alone. */
export function shippedHistory(histories: ReturnType<typeof seedHistories>, id: string): ReadSeries {
  const found = histories.get(inputKey(id, NATION)) ?? histories.get(inputKey(id, WORLD));
  if (!found) throw new Error(`the seed holds no figures of ${id}`);
  return found;
}

/** Every past period of a target on the shipped figures, as the standing analysis tells them, year by year. */
export function pastPeriods(target: string): PastPeriod[] {
  const histories = seedHistories();
  return nowcastRecord.subjects
    .filter((subject) => subject.startsWith(`${target}/`))
    .flatMap((subject) => {
      const read = nowcastRecord.reads(subject).map((id) => shippedHistory(histories, id));
      const readings = readingsOf(read, nowcastRecord.until!(subject));
      return [...nowcastRecord.compute(subject, readings, 1).periods];
    });
}

const NAMES: Readonly<Record<Sample, string>> = {
  "2010-2019": "2010–2019",
  all: "2010 to the newest figure",
  "without-2020-2021": "the same without 2020 and 2021",
};
const TARGETS = [...new Set(nowcastRecord.subjects.map((s) => s.split("/")[0]!))];

/**
 * The record of the nowcasts as markdown: root mean squared errors in percentage points by days before the figure, p of
 * Diebold–Mariano against the last figure and the autoregression, coverage of the 80 % band. On vintages where the base
 * has them, on days of publication rules elsewhere. Run: npx tsx tests/bench/record/nowcastRecord.ts
 */
export function nowcastRecordTables(): string {
  return TARGETS.map((target) => {
    const summary = recordSummary(pastPeriods(target), "9999-12-31");
    const samples = [...new Set(summary.map((s) => s.sample))];
    return [
      `**Nowcast of ${target}**`,
      ...samples.map((sample) =>
        table(
          NAMES[sample],
          summary.filter((s) => s.sample === sample),
        ),
      ),
    ].join("\n\n");
  }).join("\n\n");
}

function table(name: string, stages: readonly StageSummary[]): string {
  const p = (v: number | null): string => (v === null ? "–" : v.toFixed(3));
  return [
    `${name}, ${stages[0]!.n} periods:`,
    "",
    "| days before | nowcast | last figure | a year before | autoregression | p, last figure | p, autoregression | 80 % band | standing |",
    "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |",
    ...stages.map(({ daysBefore, nowcast, against, coverage80, standing }) => {
      const { naive, seasonalNaive, autoregression } = against;
      const sizes = [nowcast, naive, seasonalNaive, autoregression].map((s) => s.rmse.toFixed(3));
      return `| ${daysBefore} | ${sizes.join(" | ")} | ${p(naive.p)} | ${p(autoregression.p)} | ${coverage80.toFixed(0)} % | ${standing} |`;
    }),
  ].join("\n");
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(nowcastRecordTables());
