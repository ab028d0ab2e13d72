import type { Base } from "../../db/stores/contract.ts";
import type { Analysis } from "../../models/analyses/contract.ts";
import { cycle } from "../../models/analyses/cycle.ts";
import type { CycleResult } from "../../models/analyses/cycleResult.ts";
import { event } from "../../models/analyses/event.ts";
import { heat } from "../../models/analyses/heat.ts";
import { nowcast } from "../../models/analyses/nowcast.ts";
import { nowcastRecord } from "../../models/analyses/nowcastRecord.ts";
import { risk } from "../../models/analyses/risk.ts";
import { recordSummary } from "../../models/nowcast/china/recordSummary.ts";
import { fingerprintOf, knownUntil } from "../../server/analyses/inputs.ts";
import { createReader } from "../../server/analyses/reader.ts";

/** What the standing analyses say of the baseline, as the first start left it in the base. */
export interface GoldenAnalyses {
  /** Subject, then the turns of each group: month, kind, `?` while provisional. */
  turns: Record<string, Record<string, string>>;
  /** Subject, then the coincident index at the end of each quarter. */
  composites: Record<string, Record<string, number>>;
  /** Target, then day: mean (80 % interval). */
  nowcastPaths: Record<string, Record<string, string>>;
  /** Target, then the newest step: figure, actual against expected, impact. */
  nowcastNews: Record<string, string[]>;
  /** Target, then sample and distance: errors of nowcast and benchmarks, coverage. */
  nowcastRecords: Record<string, string[]>;
  /** Event, then the spells in which it was on. */
  events: Record<string, string[]>;
  /** Event or composite, then December: probability in percent. */
  probabilities: Record<string, Record<string, number | null>>;
  /** Domain, then month: score. */
  heat: Record<string, Record<string, number | null>>;
}

const HEAT_MONTHS = 12;

/** Reads the results kept for the day; one that is not there is an error: the first start makes them all. */
export async function goldenAnalyses(base: Base, asOf: string): Promise<GoldenAnalyses> {
  const reader = createReader(base.observations);
  const kept = async <R>(analysis: Analysis<R>, subject: string): Promise<R> => {
    const end = analysis.until?.(subject);
    const until = end !== undefined && end < asOf ? end : asOf;
    const inputs = fingerprintOf(knownUntil(await reader.read("golden", analysis.reads(subject)), until));
    const found = await base.analyses.find({
      analysis: analysis.id,
      subject,
      version: analysis.version,
      inputs,
    });
    if (!found) throw new Error(`${analysis.id} of ${subject} was not kept by the first start`);
    return JSON.parse(found.result) as R;
  };
  const golden: GoldenAnalyses = {
    turns: {},
    composites: {},
    nowcastPaths: {},
    nowcastNews: {},
    nowcastRecords: {},
    events: {},
    probabilities: {},
    heat: {},
  };
  for (const subject of cycle.subjects) {
    const result = await kept(cycle, subject);
    golden.turns[subject] = turnsOf(result);
    golden.composites[subject] = Object.fromEntries(
      result.months.flatMap((m, t) =>
        /-(03|06|09|12)$/.test(m) ? [[m, rounded(result.groups.coincident.index[t] ?? null, 2) ?? 0]] : [],
      ),
    );
  }
  for (const target of nowcast.subjects) {
    const { path, steps } = await kept(nowcast, target);
    golden.nowcastPaths[target] = Object.fromEntries(
      path.map(({ day, density }) => {
        const band = density.intervals.find((i) => i.level === 80)!;
        return [day, `${density.mean.toFixed(2)} (${band.lower.toFixed(2)} to ${band.upper.toFixed(2)})`];
      }),
    );
    golden.nowcastNews[target] = (steps.at(-1)?.items ?? []).map(
      (i) =>
        `${i.indicator} ${i.period}: ${i.actual.toFixed(2)} against ${i.expected.toFixed(2)}, ${i.impact.toFixed(3)}`,
    );
    const years = nowcastRecord.subjects.filter(
      (s) => s.startsWith(`${target}/`) && s.slice(-4) <= asOf.slice(0, 4),
    );
    const periods = (await Promise.all(years.map((s) => kept(nowcastRecord, s)))).flatMap((r) => r.periods);
    golden.nowcastRecords[target] = recordSummary(periods, asOf).map(
      (s) =>
        `${s.sample}, ${s.daysBefore} days: ${s.nowcast.rmse.toFixed(3)} (naive ${s.against.naive.rmse.toFixed(3)}, AR ${s.against.autoregression.rmse.toFixed(3)}), 80 % band ${s.coverage80.toFixed(0)} %, n ${s.n}`,
    );
  }
  for (const subject of event.subjects) {
    const result = await kept(event, subject);
    golden.events[subject] = spellsOf(result.months, result.states);
    golden.probabilities[subject] = decembers(result.months, result.joined.value);
  }
  const composite = await kept(risk, risk.subjects[0]!);
  golden.probabilities.composite = decembers(composite.months, composite.composite.value);
  const { months, domains } = await kept(heat, heat.subjects[0]!);
  for (const d of domains)
    golden.heat[d.id] = Object.fromEntries(
      months.map((m, t) => [m, rounded(d.heat[t] ?? null, 2)] as const).slice(-HEAT_MONTHS),
    );
  return golden;
}

function turnsOf({ groups }: CycleResult): Record<string, string> {
  return Object.fromEntries(
    Object.entries(groups).map(([id, { turns }]) => [
      id,
      turns.map((t) => `${t.month} ${t.kind}${t.provisional ? "?" : ""}`).join(", "),
    ]),
  );
}

/** First and last months of the spells in which a state holds. */
function spellsOf(months: readonly string[], states: readonly (boolean | null)[]): string[] {
  const spells: string[] = [];
  states.forEach((on, t) => {
    if (on !== true || states[t - 1] === true) return;
    const end = states.findIndex((s, u) => u > t && s !== true);
    spells.push(`${months[t]} to ${end === -1 ? "now" : months[end - 1]}`);
  });
  return spells;
}

function decembers(
  months: readonly string[],
  values: readonly (number | null)[],
): Record<string, number | null> {
  return Object.fromEntries(
    months.flatMap((m, t) => (m.endsWith("-12") ? [[m, rounded(values[t] ?? null, 0)]] : [])),
  );
}

function rounded(value: number | null, decimals: number): number | null {
  // A minus that rounds to nothing is nothing: JSON keeps no sign of zero.
  return value === null ? null : Number(value.toFixed(decimals)) || 0;
}
