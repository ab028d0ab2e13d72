import { alignPanel } from "./alignPanel.ts";
import { type Conditional, conditionalOf, inverse } from "./conditionalOf.ts";
import { endPoints, type ReadVintage } from "./endPoints.ts";
import { standardise } from "./factorPanel.ts";
import type { FittedFactorModel } from "./fitFactorModel.ts";
import { askedCells, readingOfVintage, type Target } from "./nowcastOf.ts";

/** One new figure: actual − expected = news, times weight = impact on the target. In published units. */
export interface Release {
  series: string;
  month: number;
  actual: number;
  expected: number;
  news: number;
  weight: number;
  impact: number;
}

/** One figure that was revised, or withdrawn (`after` null), and what that did to the target. */
export interface Revision {
  series: string;
  month: number;
  before: number;
  after: number | null;
  weight: number;
  impact: number;
}

export interface NewsForTarget {
  target: Target;
  before: number;
  after: number;
  revisions: readonly Revision[];
  releases: readonly Release[];
  /** Sums of impacts by series, releases and revisions apart. */
  bySeries: readonly { series: string; news: number; revisions: number }[];
  total: { revisions: number; news: number; parameters: number; specification: number };
  /** after − before − revisions − news − parameters − specification. */
  residual: number;
}

export interface News {
  targets: readonly NewsForTarget[];
  /** Added to a covariance that was not positive definite; 0 as a rule. */
  jitter: number;
}

/**
 * Why the nowcast moved between two vintages. With the old parameters θ throughout,
 *   revisions:  E[y|Ω∩ revised] − E[y|Ω∩ as it was] by figure, after taking out figures that were withdrawn
 *   news:       W I,  I = x_new − E[x_new|Ω∩ revised],  W = E[yI′] E[II′]⁻¹, jointly, one row a release
 * then `parameters`, the same new vintage read with new parameters of the same model, and `specification`, read with
 * another model. old + revisions + news + parameters + specification = new, exactly. Bańbura & Modugno (2014) §2.3; Bok
 * et al. (2018). `reestimated` is the old model on new parameters where the model changed too.
 */
export function newsBetween(
  old: ReadVintage,
  recent: ReadVintage,
  targets: readonly Target[],
  reestimated: FittedFactorModel | null = null,
): News {
  const { fit } = old;
  const ids = fit.model.series.map((s) => s.id);
  const { before, after } = alignPanel(old, recent);
  const n = ids.length;
  const asked = askedCells(fit, before, targets, Math.max(before.months, after.months));
  const was = standardise(before, fit.standardisation, asked.months);
  const is = standardise(after, fit.standardisation, asked.months);
  const joint = jointCells(was, is, asked.cells);
  const common = Float64Array.from(is, (v, c) => (Number.isNaN(was[c]!) ? Number.NaN : v));
  const given =
    joint.cells.length > 0
      ? conditionalOf(readingOfVintage(fit, after, { ...asked, values: common }), joint.cells)
      : null;
  const revised = joint.revised;
  const withdrawn = gainOf(given, joint.cells, joint.withdrawn);
  const released = gainOf(given, joint.cells, joint.released);
  const mean = (a: number): number => (given ? given.mean[a]! : 0);
  // Means given Ω∩ as it was: the revised ones less what the revisions did.
  const undone = joint.cells.map((_, a) =>
    revised.reduce((s, c) => s - given!.weight(a, c) * (is[c]! - was[c]!), mean(a)),
  );
  const series = (cell: number): string => ids[cell % n]!;
  const month = (cell: number): number => before.start + Math.floor(cell / n);
  const unit = (cell: number): number => fit.standardisation.sd[cell % n]!;
  const level = (cell: number, v: number): number => fit.standardisation.mean[cell % n]! + unit(cell) * v;
  const end = endPoints(old, recent, { ...recent, panel: after }, targets, reestimated);
  const results = targets.map((target, index): NewsForTarget => {
    const cell = asked.cells[index]!;
    const a = joint.cells.indexOf(cell);
    const revisions: Revision[] = joint.withdrawn.map((c, j) => {
      const weight = a < 0 ? 0 : withdrawn.weight(a, j);
      const expected = undone[joint.cells.indexOf(c)]!;
      return {
        series: series(c),
        month: month(c),
        before: level(c, was[c]!),
        after: null,
        weight: (weight * unit(cell)) / unit(c),
        impact: -weight * (was[c]! - expected) * unit(cell),
      };
    });
    for (const c of revised) {
      const weight = a < 0 ? (c === cell ? 1 : 0) : given!.weight(a, c);
      revisions.push({
        series: series(c),
        month: month(c),
        before: level(c, was[c]!),
        after: level(c, is[c]!),
        weight: (weight * unit(cell)) / unit(c),
        impact: weight * (is[c]! - was[c]!) * unit(cell),
      });
    }
    const releases = joint.released.map((c, j): Release => {
      const weight = a < 0 ? 0 : released.weight(a, j);
      const expected = mean(joint.cells.indexOf(c));
      return {
        series: series(c),
        month: month(c),
        actual: level(c, is[c]!),
        expected: level(c, expected),
        news: (is[c]! - expected) * unit(c),
        weight: (weight * unit(cell)) / unit(c),
        impact: weight * (is[c]! - expected) * unit(cell),
      };
    });
    const sum = (rows: readonly { impact: number }[]): number => rows.reduce((s, r) => s + r.impact, 0);
    const total = {
      revisions: sum(revisions),
      news: sum(releases),
      parameters: end.parameters[index]!,
      specification: end.specification[index]!,
    };
    return {
      target,
      before: end.before[index]!,
      after: end.after[index]!,
      revisions,
      releases,
      bySeries: grouped(releases, revisions),
      total,
      residual:
        end.after[index]! -
        end.before[index]! -
        (total.revisions + total.news + total.parameters + total.specification),
    };
  });
  return { targets: results, jitter: Math.max(given?.jitter ?? 0, withdrawn.jitter, released.jitter) };
}

/** The cells whose joint distribution given the figures common to both vintages is asked for. */
function jointCells(was: Float64Array, is: Float64Array, targets: readonly number[]) {
  const released: number[] = [];
  const withdrawn: number[] = [];
  const revised: number[] = [];
  for (let c = 0; c < is.length; c++) {
    const gone = Number.isNaN(is[c]!);
    const fresh = Number.isNaN(was[c]!);
    if (fresh && !gone) released.push(c);
    else if (gone && !fresh) withdrawn.push(c);
    else if (!gone && is[c] !== was[c]) revised.push(c);
  }
  const open = targets.filter((c) => Number.isNaN(is[c]!) || Number.isNaN(was[c]!));
  return { released, withdrawn, revised, cells: [...new Set([...released, ...withdrawn, ...open])] };
}

/** W = C_aJ C_JJ⁻¹ for a group J of the joint cells. */
function gainOf(given: Conditional | null, cells: readonly number[], group: readonly number[]) {
  if (!given || group.length === 0) return { weight: () => 0, jitter: 0 };
  const n = cells.length;
  const at = group.map((c) => cells.indexOf(c));
  const m = group.length;
  const { covariance, jitter } = inverse(
    Float64Array.from(
      { length: m * m },
      (_, e) => given.covariance[at[Math.floor(e / m)]! * n + at[e % m]!]!,
    ),
    m,
  );
  return {
    jitter,
    weight(a: number, j: number): number {
      let s = 0;
      for (let k = 0; k < m; k++) s += given.covariance[a * n + at[k]!]! * covariance[k * m + j]!;
      return s;
    },
  };
}

function grouped(releases: readonly Release[], revisions: readonly Revision[]) {
  const found = new Map<string, { series: string; news: number; revisions: number }>();
  const of = (series: string) => {
    const row = found.get(series) ?? { series, news: 0, revisions: 0 };
    found.set(series, row);
    return row;
  };
  for (const r of releases) of(r.series).news += r.impact;
  for (const r of revisions) of(r.series).revisions += r.impact;
  return [...found.values()];
}
