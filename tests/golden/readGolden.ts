import { openBase } from "../../db/open.ts";
import type { AlertRecord, Base } from "../../db/stores/contract.ts";
import type { Words } from "../../models/indicators/indicator.ts";
import { NATION } from "../../models/indicators/nation.ts";
import { AGENCIES, heads, INDICATORS, REGIONS } from "../../models/indicators/registry.ts";
import { PRESETS } from "../../models/monitor/presets.ts";
import { warningIndex } from "../../models/monitor/warningIndex.ts";
import { cockpitHeadline, indexTitle, lightsTitle } from "../../server/views/cockpit/headline.ts";
import { headlineMonthOf, indexView } from "../../server/views/cockpit/indexView.ts";
import { lightRows } from "../../server/views/cockpit/lightRows.ts";

import { type GoldenAnalyses, goldenAnalyses } from "./goldenAnalyses.ts";

/** What the seeded baseline says, in lines a reviewer can read and a diff can show. */
export interface Golden {
  asOf: string;
  /** Rule, then year opened, then how many. */
  alertsByRuleAndYear: Record<string, Record<string, number>>;
  /** Every alert: when, how long, how it ended, how bad at last, about what. */
  alerts: string[];
  /** Every reading that a rule called critical, with the first day it did. */
  critical: string[];
  /** Preset, then member: the last 24 months as lights 1 (blue) to 5 (red), lower dash for none, oldest first. */
  lights: Record<string, Record<string, string>>;
  /** Preset, then month: the index as known today. */
  index: Record<string, Record<string, number>>;
  /** The cockpit's sentences, by preset. */
  headlines: Record<string, { headline: Words; index: Words; lights: Words }>;
  analyses: GoldenAnalyses;
}

const LIGHT_MONTHS = 24;
const COCKPIT_MONTHS = 13;

/** Reads what a seeded data folder holds. The folder is opened, read and closed. */
export async function readGolden(dataDir: string): Promise<Golden> {
  const { base } = await openBase({
    dataDir,
    databaseUrl: null,
    clickhouseUrl: null,
    clickhouseCluster: null,
    heads,
    catalogue: { indicators: INDICATORS, regions: REGIONS, agencies: AGENCIES },
    now: () => new Date(),
  });
  try {
    return await goldenOf(base);
  } finally {
    await base.close();
  }
}

async function goldenOf(base: Base): Promise<Golden> {
  const asOf = await base.observations.baseDate();
  if (asOf === null) throw new Error("the seeded folder holds no observation");
  const { items } = await base.alerts.list({ limit: 10_000, offset: 0 });
  const alerts = items.toSorted((a, b) => a.openedAsOf.localeCompare(b.openedAsOf) || a.id - b.id);
  const golden: Golden = {
    asOf,
    alertsByRuleAndYear: countByRuleAndYear(alerts),
    alerts: alerts.map(lineOf).sort(),
    critical: await criticalSignals(base),
    lights: {},
    index: {},
    headlines: {},
    analyses: await goldenAnalyses(base, asOf),
  };
  const bounds = await base.bounds.all();
  for (const preset of PRESETS) {
    const keys = preset.members.map((m) => ({ indicator: m.indicator, region: NATION }));
    const read = await base.observations.series(keys, { asOf });
    const series = new Map(read.map((s) => [s.indicator, s]));
    const index = warningIndex(preset, series, bounds, asOf);
    const view = indexView(index, bounds);
    const rows = lightRows(index, headlineMonthOf(index), COCKPIT_MONTHS, series, bounds);
    const last = index.months.length;
    golden.lights[preset.id] = Object.fromEntries(
      index.members.map(({ member, states }) => [
        `${member.indicator} to ${index.months.at(-1)?.period}`,
        states
          .slice(Math.max(0, last - LIGHT_MONTHS), last)
          .map((s) => s.light ?? "_")
          .join(""),
      ]),
    );
    golden.index[preset.id] = Object.fromEntries(
      index.months.flatMap((m) => (m.value === null ? [] : [[m.period, round(m.value)]])),
    );
    golden.headlines[preset.id] = {
      headline: cockpitHeadline(view, rows).text,
      index: indexTitle(view).text,
      lights: lightsTitle(rows).text,
    };
  }
  return golden;
}

async function criticalSignals(base: Base): Promise<string[]> {
  const first = new Map<string, string>();
  const signals = (await base.signals.list({})).filter((s) => s.severity === "critical");
  for (const s of signals.toSorted((a, b) => a.asOf.localeCompare(b.asOf))) {
    const said = `${s.rule} · ${aboutOf(s.subject)} · ${s.direction} · ${s.period}: ${round(s.value!)}`;
    if (!first.has(said)) first.set(said, `${s.asOf} · ${said}`);
  }
  return [...first.values()].sort();
}

function countByRuleAndYear(alerts: readonly AlertRecord[]): Golden["alertsByRuleAndYear"] {
  const counts: Golden["alertsByRuleAndYear"] = {};
  for (const { rule, openedAsOf } of alerts) {
    const year = openedAsOf.slice(0, 4);
    counts[rule] ??= {};
    const years = counts[rule];
    years[year] = (years[year] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => a.localeCompare(b)));
}

function lineOf(a: AlertRecord): string {
  const end = a.closedAsOf === null ? a.state : `${a.closedAsOf} ${a.closedBecause}`;
  const about =
    a.subject.region === NATION ? a.subject.indicator : `${a.subject.indicator}@${a.subject.region}`;
  return `${a.openedAsOf} → ${end} · ${a.rule} · ${about} · ${a.severity} ${a.direction} · ${a.period}: ${round(a.value)}`;
}

const aboutOf = ({ indicator, region }: { indicator: string; region: string }): string =>
  region === NATION ? indicator : `${indicator}@${region}`;

const round = (value: number): number => Math.round(value * 100) / 100;
