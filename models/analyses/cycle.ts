import { type ChinaCycle, type CycleOfGroup, chinaCycle } from "../cycle/china/chinaCycle.ts";
import { cycleFrame } from "../cycle/china/cycleFrame.ts";
import { CYCLE_GROUPS, type CycleGroup, type CyclePreset } from "../cycle/china/cycleMember.ts";
import { COMPOSITE_METHODS, type CompositeMethod } from "../cycle/china/groupComposites.ts";
import { SIC_2021 } from "../cycle/china/presets.ts";
import { type ScreenedCandidate, screenCandidates } from "../cycle/china/screenCandidates.ts";
import { sectorCycle } from "../cycle/china/sectorCycle.ts";
import { CYCLE_SECTORS } from "../cycle/china/sectors.ts";
import { type ClockPosition, clockPositions } from "../cycle/clockPosition.ts";
import { AppError } from "../errors.ts";
import type { Words } from "../indicators/indicator.ts";
import { periodOfSlot } from "../series/period.ts";
import type { Series } from "../series/series.ts";
import type { Analysis } from "./contract.ts";
import type { ClockPath, CycleResult, GroupResult, MemberScreening, MonthColumn } from "./cycleResult.ts";

const PRESETS: readonly CyclePreset[] = [SIC_2021];
const GROUP_NAMES: Readonly<Record<CycleGroup, Words>> = {
  leading: { zh: "先行", en: "Leading" },
  coincident: { zh: "一致", en: "Coincident" },
  lagging: { zh: "滞后", en: "Lagging" },
};

/**
 * Where the economy stands in its cycle of growth: composites of three groups, their turning points with the odds that they
 * stand, leads and lags, diffusion, clocks of the groups and of parts of the economy, screening of every member.
 * One subject a preset and method: `sic-2021/oecd`. Models: `models/cycle/china`.
 */
export const cycle: Analysis<CycleResult> = {
  id: "cycle",
  version: "1",
  title: { zh: "景气循环", en: "Business cycle" },
  weight: "light",
  subjects: PRESETS.flatMap((p) => COMPOSITE_METHODS.map((m) => cycleSubject(p.id, m))),
  reads: (subject) => {
    const { preset } = chosen(subject);
    const members = [...CYCLE_GROUPS.map((g) => preset.groups[g]), ...CYCLE_SECTORS.map((s) => s.members)];
    return [...new Set(members.flat().map((m) => m.indicator))];
  },
  parameters: (subject) => {
    const { preset, method } = chosen(subject);
    return {
      preset: preset.id,
      method,
      reference: preset.reference,
      members: Object.fromEntries(CYCLE_GROUPS.map((g) => [g, preset.groups[g].map((m) => m.indicator)])),
      dating: "bry-boschan",
      provisionalMonths: 24,
      diffusionSpan: 3,
    };
  },
  compute(subject, readings) {
    const { preset, method } = chosen(subject);
    const series = new Map(cycle.reads(subject).map((id) => [id, readings.series(id)]));
    const found = chinaCycle(preset, [...series.values()], method);
    const months = Array.from({ length: found.length }, (_, t) => periodOfSlot(found.firstSlot + t, "M"));
    const screened = screening(preset, [...series.values()]);
    return {
      day: readings.day,
      preset: preset.id,
      presetName: preset.name,
      method,
      reference: preset.reference,
      months,
      groups: {
        leading: groupResult("leading", found, preset, screened, months),
        coincident: groupResult("coincident", found, preset, screened, months),
        lagging: groupResult("lagging", found, preset, screened, months),
      },
      clock: {
        groups: CYCLE_GROUPS.map((g) =>
          path(g, GROUP_NAMES[g], found.groups[g].members, found.groups[g].clock),
        ),
        sectors: CYCLE_SECTORS.map((s) =>
          path(
            s.id,
            s.name,
            s.members.map((m) => m.indicator),
            clockPositions(sectorCycle(s.members, series, found.firstSlot, found.length), { centre: 0 }),
          ),
        ),
      },
      lacking: preset.lacking,
    };
  },
};

/** The subject of a preset and a method. */
export function cycleSubject(preset: string, method: CompositeMethod): string {
  return `${preset}/${method}`;
}

function chosen(subject: string): { preset: CyclePreset; method: CompositeMethod } {
  const [id, name] = subject.split("/");
  const preset = PRESETS.find((p) => p.id === id);
  const method = COMPOSITE_METHODS.find((m) => m === name);
  if (!preset || !method)
    throw new AppError(
      "invalid-input",
      `no cycle "${subject}"; needed is one of ${cycle.subjects.join(", ")}`,
    );
  return { preset, method };
}

function screening(preset: CyclePreset, series: readonly Series[]): Map<string, ScreenedCandidate> {
  const frame = cycleFrame(preset, series);
  const all = CYCLE_GROUPS.flatMap((g) => frame.groups[g]);
  const reference = all.find((m) => m.indicator === preset.reference)!.values;
  return new Map(screenCandidates(all, reference).map((s) => [s.indicator, s]));
}

function groupResult(
  group: CycleGroup,
  { groups, method }: ChinaCycle,
  preset: CyclePreset,
  screened: ReadonlyMap<string, ScreenedCandidate>,
  months: readonly string[],
): GroupResult {
  const g = groups[group];
  const brought = g.contributions.map((row) =>
    row.reduce((s, v) => (Number.isNaN(v) ? s : s + Math.abs(v)), 0),
  );
  const all = brought.reduce((a, b) => a + b, 0);
  return {
    index: told(g.index),
    movement: told(movement(g, method)),
    members: g.members.map((indicator, i) => ({
      indicator,
      standsFor: preset.groups[group][i]!.standsFor ?? null,
      weight: brought[i]! / all,
      contributions: told(g.contributions[i]!),
      estimated: Array.from(g.estimated[i]!, (v) => (v === 1 ? 1 : 0)),
      screening: screeningOf(screened.get(indicator)!),
    })),
    turns: g.turns.map((t) => ({
      month: months[t.at]!,
      kind: t.kind,
      provisional: t.provisional,
      odds: t.survival && { ...t.survival },
    })),
    phases: Array.from(g.phases, (v) => (v > 0 ? 1 : v < 0 ? -1 : 0)),
    diffusion: told(g.diffusion),
    against: {
      matched: g.againstCoincident.matched.map((m) => ({
        kind: m.kind,
        reference: months[m.reference]!,
        month: months[m.candidate]!,
        lead: m.lead,
      })),
      missed: g.againstCoincident.missed.map((t) => months[t.at]!),
      extra: g.againstCoincident.extra.map((t) => months[t.at]!),
      meanLead: g.againstCoincident.meanLead,
      medianLead: g.againstCoincident.medianLead,
    },
  };
}

/** 200 (I − I₋₁)/(I + I₋₁) where members add to the change of the month, I − 100 where they add to the distance. */
function movement({ index }: CycleOfGroup, method: CompositeMethod): Float64Array {
  return index.map((v, t) =>
    method === "oecd" ? v - 100 : t === 0 ? Number.NaN : (200 * (v - index[t - 1]!)) / (v + index[t - 1]!),
  );
}

function screeningOf({ n, correlation, information, turns }: ScreenedCandidate): MemberScreening {
  return {
    months: n,
    correlation: correlation && { lag: correlation.lag, value: correlation.value },
    information: information && { lag: information.lag },
    matched: turns.matched.length,
    missed: turns.missed.length,
    extra: turns.extra.length,
    meanLead: turns.meanLead,
  };
}

function path(
  id: string,
  name: Words,
  indicators: readonly string[],
  positions: readonly ClockPosition[],
): ClockPath {
  return {
    id,
    name,
    indicators,
    level: told(positions.map((p) => p.level)),
    change: told(positions.map((p) => p.change)),
    quadrant: positions.map((p) => p.quadrant),
  };
}

const told = (x: ArrayLike<number>): MonthColumn => Array.from(x, (v) => (Number.isNaN(v) ? null : v));
