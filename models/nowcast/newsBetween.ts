import { alignPanel } from "./alignPanel.ts";
import { conditionalOf, inverse } from "./conditionalOf.ts";
import { endPoints, type ReadVintage } from "./endPoints.ts";
import { type FactorPanel, standardise } from "./factorPanel.ts";
import type { FittedFactorModel } from "./fitFactorModel.ts";
import { type AskedCells, askedCells, readingOfVintage, type Target } from "./nowcastOf.ts";

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
 *   revisions:  E[y|Ω∩ revised] − E[y|Ω∩ as it was] by figure, after taking out figures that were withdrawn; a mean of weeks
 *               over more weeks than before is taken out and comes again as news
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
  const changed = changedCells(was, is, before.counts, after.counts);
  // Ω∩: figures in both vintages that speak for equally many weeks.
  const apart = new Set([...changed.withdrawn, ...changed.released]);
  const shared = (from: Float64Array): Float64Array => from.map((v, c) => (apart.has(c) ? Number.NaN : v));
  const open = asked.cells.filter((c) => apart.has(c) || Number.isNaN(is[c]!));
  const asWas = { ...asked, values: shared(was) };
  const taking = givenShared(fit, before, asWas, changed.withdrawn, changed.withdrawn.length > 0 ? open : []);
  const adding = givenShared(fit, after, { ...asked, values: shared(is) }, changed.released, open);
  const series = (cell: number): string => ids[cell % n]!;
  const month = (cell: number): number => before.start + Math.floor(cell / n);
  const unit = (cell: number): number => fit.standardisation.sd[cell % n]!;
  const level = (cell: number, v: number): number => fit.standardisation.mean[cell % n]! + unit(cell) * v;
  const end = endPoints(old, recent, { ...recent, panel: after }, targets, reestimated);
  const results = targets.map((target, index): NewsForTarget => {
    const cell = asked.cells[index]!;
    const revisions: Revision[] = changed.withdrawn.map((c, j) => {
      const weight = taking.gain(cell, j);
      return {
        series: series(c),
        month: month(c),
        before: level(c, was[c]!),
        after: null,
        weight: (weight * unit(cell)) / unit(c),
        impact: -weight * (was[c]! - taking.mean(c)) * unit(cell),
      };
    });
    for (const c of changed.revised) {
      const weight = adding.weight(cell, c);
      revisions.push({
        series: series(c),
        month: month(c),
        before: level(c, was[c]!),
        after: level(c, is[c]!),
        weight: (weight * unit(cell)) / unit(c),
        impact: weight * (is[c]! - was[c]!) * unit(cell),
      });
    }
    const releases = changed.released.map((c, j): Release => {
      const weight = adding.gain(cell, j);
      const expected = adding.mean(c);
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
  return { targets: results, jitter: Math.max(taking.jitter, adding.jitter) };
}

/** What came, went and was revised. A mean of weeks over more weeks than before goes and comes anew. */
function changedCells(
  was: Float64Array,
  is: Float64Array,
  countsBefore: Float64Array | undefined,
  countsAfter: Float64Array | undefined,
) {
  const released: number[] = [];
  const withdrawn: number[] = [];
  const revised: number[] = [];
  for (let c = 0; c < is.length; c++) {
    const gone = Number.isNaN(is[c]!);
    const fresh = Number.isNaN(was[c]!);
    const recounted = !gone && !fresh && (countsBefore?.[c] ?? 1) !== (countsAfter?.[c] ?? 1);
    if ((fresh && !gone) || recounted) released.push(c);
    if ((gone && !fresh) || recounted) withdrawn.push(c);
    if (!gone && !fresh && !recounted && is[c] !== was[c]) revised.push(c);
  }
  return { released, withdrawn, revised };
}

/** A group of figures and the open targets given the shared ones: means, weights of those, and gains W = C_yJ C_JJ⁻¹. */
function givenShared(
  fit: FittedFactorModel,
  panel: FactorPanel,
  asked: AskedCells,
  group: readonly number[],
  open: readonly number[],
) {
  const cells = [...new Set([...group, ...open])];
  const given = cells.length > 0 ? conditionalOf(readingOfVintage(fit, panel, asked), cells) : null;
  const at = new Map(cells.map((c, i) => [c, i]));
  const n = cells.length;
  const m = group.length;
  const { covariance, jitter } =
    given && m > 0
      ? inverse(
          Float64Array.from(
            { length: m * m },
            (_, e) => given.covariance[at.get(group[Math.floor(e / m)]!)! * n + at.get(group[e % m]!)!]!,
          ),
          m,
        )
      : { covariance: new Float64Array(0), jitter: 0 };
  return {
    jitter: Math.max(jitter, given?.jitter ?? 0),
    mean: (cell: number): number => given!.mean[at.get(cell)!]!,
    /** What a unit of a shared figure adds to a target; a target that is shared itself is that figure. */
    weight(target: number, cell: number): number {
      const a = at.get(target);
      return a === undefined ? Number(target === cell) : given!.weight(a, cell);
    },
    gain(target: number, j: number): number {
      const a = at.get(target);
      if (a === undefined) return 0;
      let s = 0;
      for (let k = 0; k < m; k++)
        s += given!.covariance[a * n + at.get(group[k]!)!]! * covariance[k * m + j]!;
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
