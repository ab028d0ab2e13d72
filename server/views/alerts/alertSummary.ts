import type { AlertRecord } from "../../../db/stores/contract.ts";
import { indicatorById } from "../../../models/indicators/registry.ts";
import type { IsoDate } from "../../../models/series/date.ts";
import { ruleById } from "../../../models/warning/registry.ts";
import type { AlertSummary } from "../../routers/views.ts";
import type { Services } from "../../services.ts";
import { regionOf } from "../catalogue.ts";

/** Slots of a sparkline beside an alert: three years of months. */
const SPARK = 36;

/** Alerts with what a list shows of them: names in both languages, unit, sparkline as known on the day shown. */
export async function alertSummaries(
  s: Services,
  records: readonly AlertRecord[],
  asOf: IsoDate,
): Promise<AlertSummary[]> {
  const keys = records.map((r) => r.subject);
  const [tails, latest] = await Promise.all([
    s.base.observations.tails(keys, SPARK, { asOf }),
    s.base.observations.latest(keys, { asOf }),
  ]);
  return records.map((record, i) =>
    summaryOf(record, tails[i] ?? { periods: [], values: [] }, latest[i]?.vintage ?? null),
  );
}

function summaryOf(record: AlertRecord, spark: AlertSummary["spark"], vintage: IsoDate | null): AlertSummary {
  const { evidence: _, ...rest } = record;
  const indicator = indicatorById(record.subject.indicator);
  const rule = ruleById(record.rule);
  const id = record.subject.indicator;
  return {
    ...rest,
    subjectName: indicator?.short ?? { zh: id, en: id },
    regionName: regionOf(record.subject.region).short,
    unit: indicator?.unit ?? "",
    decimals: indicator?.decimals ?? 1,
    kind: rule?.kind ?? "level",
    ruleTitle: rule?.title ?? { zh: record.rule, en: record.rule },
    vintage,
    spark,
    simulated: indicator?.simulated === true,
  };
}
