import type { SeriesKey, User } from "../../../db/stores/contract.ts";
import type { Indicator } from "../../../models/indicators/indicator.ts";
import { PRESETS } from "../../../models/monitor/presets.ts";
import type { StoredObservation } from "../../../models/series/observation.ts";
import { lastIndex, type Series } from "../../../models/series/series.ts";
import { WARNING_RULES } from "../../../models/warning/registry.ts";
import type { IndicatorMeta } from "../../routers/views.ts";
import type { Services } from "../../services.ts";
import { agencyName, keysOf, regionOf, visibleIndicators } from "../catalogue.ts";
import { COCKPIT_KPIS } from "../cockpit/kpis.ts";
import { figureOf, latestOf } from "../figure.ts";
import { correlationOf } from "./related.ts";

const MOST_RELATED = 6;

/** Everything an analyst asks of an indicator beside its figures: what it is, how complete, how revised, who uses it. */
export async function seriesMeta(
  s: Services,
  user: User,
  indicator: Indicator,
  series: Series,
  history: readonly StoredObservation[],
  asOf: string,
): Promise<IndicatorMeta> {
  const last = lastIndex(series);
  const first = series.values.findIndex((v) => v !== null);
  return {
    indicator,
    agencyName: agencyName(indicator.agency),
    region: series.region,
    regionName: regionOf(series.region).name,
    regions: keysOf(s.base.directory.all(), indicator.id).map((k) => ({
      code: k.region,
      name: regionOf(k.region).name,
    })),
    start: first < 0 ? null : series.periods[first]!,
    end: last === null ? null : series.periods[last]!,
    observations: series.values.filter((v) => v !== null).length,
    vintages: new Set(history.map((o) => o.vintage)).size,
    revisedPeriods: revisedPeriods(history),
    vintageBasis: vintageBasis(history),
    related: await related(s, user, indicator, series, asOf),
    usedIn: usedIn(indicator),
  };
}

/** Periods whose number was published again with another value. */
function revisedPeriods(history: readonly StoredObservation[]): number {
  const values = new Map<string, Set<number | null>>();
  for (const o of history) values.set(o.period, (values.get(o.period) ?? new Set()).add(o.value));
  return [...values.values()].filter((v) => v.size > 1).length;
}

function vintageBasis(history: readonly StoredObservation[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const o of history) counts[o.vintageBasis] = (counts[o.vintageBasis] ?? 0) + 1;
  return counts;
}

/** Same concept first, then same agency and table; of the same frequency, in the same region where they have it. */
async function related(
  s: Services,
  user: User,
  indicator: Indicator,
  series: Series,
  asOf: string,
): Promise<IndicatorMeta["related"]> {
  const concept = indicator.id.split(".")[0];
  const closeness = (i: Indicator): number =>
    Number(i.id.split(".")[0] === concept) * 2 +
    Number(i.sourceTable.en === indicator.sourceTable.en && i.agency === indicator.agency);
  const near = visibleIndicators(user)
    .filter((i) => i.id !== indicator.id && i.frequency === indicator.frequency && closeness(i) > 0)
    .filter((i) => s.base.directory.id({ indicator: i.id, region: series.region }) !== null)
    .sort((a, b) => closeness(b) - closeness(a));
  // A series that came later was not there to be compared with.
  const known = await s.base.observations.latest(
    near.map((i) => ({ indicator: i.id, region: series.region })),
    { asOf },
  );
  const others = near.filter((_, i) => known[i] != null).slice(0, MOST_RELATED);
  const keys: SeriesKey[] = others.map((i) => ({ indicator: i.id, region: series.region }));
  const read = await s.base.observations.series(keys, { asOf });
  return others.map((other, i) => ({
    id: other.id,
    short: other.short,
    latest: figureOf(other, series.region, latestOf(read[i]!)),
    correlation: correlationOf(series, read[i]!),
    lag: 0,
  }));
}

function usedIn(indicator: Indicator): IndicatorMeta["usedIn"] {
  const presets = PRESETS.filter((p) => p.members.some((m) => m.indicator === indicator.id)).map((p) => ({
    kind: "preset" as const,
    id: p.id,
    title: p.title,
  }));
  const rules = WARNING_RULES.filter(
    (r) => r.needs.includes(indicator.id) || r.subjects.some((x) => x.indicator === indicator.id),
  ).map((r) => ({
    kind: "rule" as const,
    id: r.id,
    title: r.title,
  }));
  const cockpit = COCKPIT_KPIS.includes(indicator.id)
    ? [{ kind: "cockpit" as const, id: "kpi", title: { zh: "驾驶舱指标卡", en: "Cockpit card" } }]
    : [];
  return [...presets, ...rules, ...cockpit];
}
