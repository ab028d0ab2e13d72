import { nextRelease } from "../calendar/nextRelease.ts";
import type { LostEdge } from "../forecast/lostEdge.ts";
import { NATION } from "../indicators/nation.ts";
import { indicatorById } from "../indicators/registry.ts";
import type { BoundsRow } from "../monitor/lights.ts";
import type { PresetId } from "../monitor/preset.ts";
import { presetById } from "../monitor/presets.ts";
import { type WarningIndex, warningIndex } from "../monitor/warningIndex.ts";
import { asOf } from "../series/asOf.ts";
import type { IsoDate } from "../series/date.ts";
import type { StoredObservation } from "../series/observation.ts";
import { lastIndex, type Series, type SeriesHead, seriesOf } from "../series/series.ts";
import type { ForecastView, LightPath, Revision, RuleContext } from "./contract.ts";
import { inputKey } from "./inputKey.ts";
import { revisionsOf } from "./revisionsOf.ts";

/** Everything rules may read, with all its vintages: the past is what of it was known on a day. */
export interface Knowledge {
  /** By `inputKey`. */
  series: ReadonlyMap<string, { head: SeriesHead; history: readonly StoredObservation[] }>;
  bounds: readonly BoundsRow[];
  /** What the best proven model said of a series on data as of a day; null where none is proven by then. */
  forecast(indicator: string, region: string, day: IsoDate): ForecastView | null;
  /** The model relied on for a series by the day that was demoted on `from` or later and still is. */
  lostEdge(indicator: string, region: string, day: IsoDate, from: IsoDate): LostEdge | null;
  /** What a standing analysis said of a subject on data as of a day; null where none is kept of that day. */
  analysis?(id: string, subject: string, day: IsoDate): unknown;
}

/** What was known on one day, each series read once however many rules ask for it. */
export interface Snapshot extends Omit<RuleContext, "subject"> {
  series(indicator: string, region: string): Series | null;
}

/** Share of the index's members that must have arrived before a month of it is its own reading. */
const ARRIVED = 0.6;

/** The base as of a day. Nothing published later can be seen through it. */
export function snapshotOf(knowledge: Knowledge, day: IsoDate): Snapshot {
  const series = remembered((key: string): Series | null => {
    const known = knowledge.series.get(key);
    return known ? seriesOf(known.head, asOf(known.history, day)) : null;
  });
  const index = remembered((preset: string): WarningIndex => {
    const chosen = presetById(preset as PresetId);
    const members = chosen.members.flatMap((m): [string, Series][] => {
      const found = series(inputKey(m.indicator, NATION));
      return found && found.values.length > 0 ? [[m.indicator, found]] : [];
    });
    return warningIndex(chosen, new Map(members), knowledge.bounds, day);
  });
  return {
    asOf: day,
    series: (indicator, region) => series(inputKey(indicator, region)),
    forecast: (indicator, region) => knowledge.forecast(indicator, region, day),
    lostEdge: (indicator, region, from) => knowledge.lostEdge(indicator, region, day, from),
    due(indicator, region) {
      const known = series(inputKey(indicator, region));
      const last = known ? lastIndex(known) : null;
      const catalogued = indicatorById(indicator);
      if (!known || last === null || !catalogued) return null;
      const next = nextRelease(catalogued, known.periods[last]!);
      return next && { period: next.period, due: next.date };
    },
    revisions: (indicator, region) =>
      historyRevisions(knowledge, inputKey(indicator, region)).filter((r) => r.vintage <= day),
    light: (preset, member) => lightPathOf(index(preset), member, knowledge.bounds, day),
    analysis: (id, subject) => knowledge.analysis?.(id, subject, day) ?? null,
  };
}

function lightPathOf(
  index: WarningIndex,
  member: string,
  bounds: readonly BoundsRow[],
  day: IsoDate,
): LightPath | null {
  if (member === "index") {
    const needed = Math.ceil(ARRIVED * index.members.length);
    return {
      periods: index.months.map((m) => m.period),
      lights: index.months.map((m) => m.light),
      values: index.months.map((m) => m.value),
      carried: index.months.map((m) => m.arrived < needed),
      bounds: index.preset.bounds,
    };
  }
  const path = index.members.find((m) => m.member.indicator === member);
  const inForce = bounds
    .filter((b) => b.preset === index.preset.id && b.indicator === member && b.validFrom <= day)
    .reduce<BoundsRow | null>((a, b) => (a && a.validFrom > b.validFrom ? a : b), null);
  return path && inForce
    ? {
        periods: path.states.map((s) => s.period),
        lights: path.states.map((s) => s.light),
        values: path.states.map((s) => s.value),
        carried: path.states.map((s) => s.carried),
        bounds: inForce.bounds,
      }
    : null;
}

/** Revisions of a history do not depend on the day: found once per knowledge. */
const found = new WeakMap<Knowledge, Map<string, readonly Revision[]>>();

function historyRevisions(knowledge: Knowledge, key: string): readonly Revision[] {
  const all = found.get(knowledge) ?? new Map<string, readonly Revision[]>();
  found.set(knowledge, all);
  const held = all.get(key);
  if (held) return held;
  const fresh = revisionsOf(knowledge.series.get(key)?.history ?? []);
  all.set(key, fresh);
  return fresh;
}

function remembered<T>(read: (key: string) => T): (key: string) => T {
  const held = new Map<string, T>();
  return (key) => {
    if (!held.has(key)) held.set(key, read(key));
    return held.get(key)!;
  };
}
