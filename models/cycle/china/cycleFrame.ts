import { AppError } from "../../errors.ts";
import type { Series } from "../../series/series.ts";
import { CYCLE_GROUPS, type CycleGroup, type CyclePreset } from "./cycleMember.ts";
import { type MonthlyFigures, monthlyFigures } from "./monthlyFigures.ts";

export interface CycleFrame {
  firstSlot: number;
  length: number;
  /** Figures on the months of the frame, NaN before a member begins and after it ends, in the order of the preset. */
  groups: Record<CycleGroup, { indicator: string; values: Float64Array; bridged: Uint8Array }[]>;
}

/** Months that a composite and its dating need. */
const FEWEST_MONTHS = 60;

/**
 * The members of a preset on common months: from the first to the last in which every group knows more than half of
 * its members. `series` are read as of one day; members without a series are an error that names them.
 */
export function cycleFrame(preset: CyclePreset, series: readonly Series[]): CycleFrame {
  const found = new Map(series.map((s) => [s.indicator, s]));
  const wanted = CYCLE_GROUPS.flatMap((group) => preset.groups[group]);
  const absent = wanted.filter((m) => !found.has(m.indicator)).map((m) => m.indicator);
  if (absent.length > 0)
    throw new AppError(
      "invalid-input",
      `the members of ${preset.id} are needed; not handed in: ${absent.join(", ")}`,
    );
  const figures = CYCLE_GROUPS.map((group) =>
    preset.groups[group].map((m) => monthlyFigures(found.get(m.indicator)!, m)),
  );
  const from = Math.max(...figures.map((g) => reachedByMost(g.map((m) => m.firstSlot))));
  const to = -Math.max(...figures.map((g) => reachedByMost(g.map((m) => -m.firstSlot - m.values.length))));
  if (to - from < FEWEST_MONTHS)
    throw new AppError("not-enough-data", {
      zh: `合成指数至少需要先行、一致、滞后三组共有的${FEWEST_MONTHS}个月；现有${Math.max(0, to - from)}个月`,
      en: `composites need at least ${FEWEST_MONTHS} months that all groups share; found ${Math.max(0, to - from)}`,
    });
  const [leading, coincident, lagging] = figures.map((g) => g.map((m) => onFrame(m, from, to - from)));
  return {
    firstSlot: from,
    length: to - from,
    groups: { leading: leading!, coincident: coincident!, lagging: lagging! },
  };
}

/** The smallest number that more than half of the numbers do not exceed. */
const reachedByMost = (slots: readonly number[]): number =>
  slots.toSorted((a, b) => a - b)[Math.floor(slots.length / 2)]!;

/** The first `length` months of a frame: what an earlier observer of the same figures would have had. */
export function frameUntil(frame: CycleFrame, length: number): CycleFrame {
  const cut = (group: CycleGroup): CycleFrame["groups"][CycleGroup] =>
    frame.groups[group].map((m) => ({
      ...m,
      values: m.values.slice(0, length),
      bridged: m.bridged.slice(0, length),
    }));
  return {
    ...frame,
    length,
    groups: { leading: cut("leading"), coincident: cut("coincident"), lagging: cut("lagging") },
  };
}

function onFrame(m: MonthlyFigures, from: number, length: number): CycleFrame["groups"][CycleGroup][number] {
  const values = new Float64Array(length).fill(Number.NaN);
  const bridged = new Uint8Array(length);
  for (let t = 0; t < length; t++) {
    const i = from + t - m.firstSlot;
    if (i < 0 || i >= m.values.length) continue;
    values[t] = m.values[i]!;
    bridged[t] = m.bridged[i]!;
  }
  return { indicator: m.indicator, values, bridged };
}
