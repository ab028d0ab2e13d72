import type { ErrorRecordThen } from "../../models/forecast/recordOf.ts";
import type { Frequency } from "../../models/series/frequency.ts";
import type { GapReason } from "../../models/series/observation.ts";
import { type Basis, type Period, periodOfSlot, slotOf } from "../../models/series/period.ts";
import { type Series, seriesOf } from "../../models/series/series.ts";
import type { RuleContext } from "../../models/warning/contract.ts";

/** A series for a rule's test from plain numbers, the first at `start`; null is a gap. */
export function seriesFrom(
  indicator: string,
  start: Period,
  values: readonly (number | null)[],
  head: { frequency?: Frequency; basis?: Basis; region?: string; unit?: string; reason?: GapReason } = {},
): Series {
  const frequency = head.frequency ?? "M";
  const first = slotOf(start, frequency);
  const blank = seriesOf(
    {
      indicator,
      region: head.region ?? "CHN",
      frequency,
      basis: head.basis ?? "period",
      unit: head.unit ?? "percent",
    },
    [],
  );
  const periods = values.map((_, i) => periodOfSlot(first + i, frequency, head.basis ?? "period"));
  return {
    ...blank,
    firstSlot: first,
    periods,
    values,
    status: values.map((v) => (v === null ? "missing" : "normal")),
    reasons: values.map((v) => (v === null ? (head.reason ?? "not-published") : null)),
    vintages: values.map(() => null),
  };
}

/** A context in which nobody but the series speaks; what a test needs beside it is handed in. */
export function contextOf(
  asOf: string,
  indicator: string,
  more: Partial<RuleContext> & { region?: string } = {},
): RuleContext {
  return {
    asOf,
    subject: { indicator, region: more.region ?? "CHN" },
    forecast: () => null,
    lostEdge: () => null,
    due: () => null,
    revisions: () => [],
    light: () => null,
    ...more,
  };
}

/** The record of a model that erred eight tenths of naive over ten years of months, three ahead. */
export function recordOfModel(model: string): ErrorRecordThen {
  return {
    model,
    modelVersion: "1",
    indicator: "cpi.yoy",
    region: "CHN",
    horizon: 3,
    origins: 120,
    firstOrigin: "2014-01",
    lastOrigin: "2023-12",
    dataBasis: "publication-rule",
    mae: 0.4,
    rmse: 0.5,
    mase: 0.7,
    coverage80: 78,
    coverage95: 93,
    relativeToNaive: 0.8,
    gate: "passed",
    standing: {
      state: "good",
      since: "2016-01-10",
      origins: 120,
      all: 0.8,
      recent: 0.9,
      window: 24,
      because: { ratio: 0.85, origins: 24 },
    },
  };
}
