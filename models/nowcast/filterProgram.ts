import type { StateLayout } from "./stateLayout.ts";

/**
 * A linear Gaussian state space written out as sparse instructions, in flat arrays:
 *   rows at t:        y = Σ val·α[idx] + noise of variance h
 *   into time t:      α[d] ← Σ coef·α(t−1)[src] + u,   Cov(u) from the triples (qa, qb, qv) over positions in d
 * All other states stay. `a0`, `p0` (full, symmetric) are the state before the first transition. Where `known`, there is no
 * transition into time 0. Rows that touch factors only and carry noise come first at each time: they may be collapsed.
 */
export interface FilterProgram {
  readonly size: number;
  /** States that are active in every month; those beyond, three a quarterly series, at ends of quarters only. */
  readonly lasting: number;
  readonly months: number;
  readonly factorSlots: number;
  readonly active: Int32Array;
  readonly obsStart: Int32Array;
  readonly collapsible: Int32Array;
  readonly rowStart: Int32Array;
  readonly idx: Int32Array;
  readonly val: Float64Array;
  readonly h: Float64Array;
  readonly y: Float64Array;
  /** y of each row as a sum over figures (t·N + i): Σ cellCoef·figure[cell]. */
  readonly cellStart: Int32Array;
  readonly cell: Int32Array;
  readonly cellCoef: Float64Array;
  readonly dStart: Int32Array;
  readonly d: Int32Array;
  readonly srcStart: Int32Array;
  readonly src: Int32Array;
  readonly coef: Float64Array;
  readonly qStart: Int32Array;
  readonly qa: Int32Array;
  readonly qb: Int32Array;
  readonly qv: Float64Array;
  readonly a0: Float64Array;
  readonly p0: Float64Array;
  /** log |∂(rows)/∂(figures)| of the running totals. */
  readonly logJacobian: number;
  /** Rows after collapsing, at most: what the filter has to keep. */
  readonly mostRows: number;
  /** States that one transition overwrites, at most. */
  readonly mostTargets: number;
}

/** Room for the program of a layout; `compileProgram` fills it, again and again as parameters move. */
export function emptyProgram(layout: StateLayout): FilterProgram {
  const { months, patterns, loaded, obsSeries, obsPattern, factors, size } = layout;
  let entries = 0;
  let figures = 0;
  for (let o = 0; o < obsSeries.length; o++) {
    const { reach, readings } = patterns[obsPattern[o]!]!;
    entries += (reach + 1) * (loaded[obsSeries[o]!]!.length + 1);
    for (const r of readings) figures += r.data.length;
  }
  const windows = layout.part.filter((p) => p === "window").length;
  const quarters = layout.part.filter((p) => p === "quarter").length;
  const targets = months * (factors + windows) + Math.ceil(months / 3 + 1) * 5 * quarters;
  const order = Math.max(...layout.model.blocks.map((b) => b.order));
  const sources = months * (factors * factors * order + windows) + Math.ceil(months / 3 + 1) * 5 * quarters;
  const noise = months * ((factors * (factors + 1)) / 2 + windows) + Math.ceil(months / 3 + 1) * 6 * quarters;
  let mostRows = 0;
  for (let t = 0; t < months; t++) {
    let observed = 0;
    for (let o = layout.obsStart[t]!; o < layout.obsStart[t + 1]!; o++)
      if (layout.part[obsSeries[o]!] === "observed") observed++;
    mostRows +=
      layout.obsStart[t + 1]! - layout.obsStart[t]! - observed + Math.min(observed, factors * layout.lags);
  }
  return {
    size,
    lasting: layout.lasting,
    months,
    factorSlots: factors * layout.lags,
    active: new Int32Array(months),
    obsStart: layout.obsStart,
    collapsible: new Int32Array(months),
    rowStart: new Int32Array(obsSeries.length + 1),
    idx: new Int32Array(entries),
    val: new Float64Array(entries),
    h: new Float64Array(obsSeries.length),
    y: new Float64Array(obsSeries.length),
    cellStart: new Int32Array(obsSeries.length + 1),
    cell: new Int32Array(figures),
    cellCoef: new Float64Array(figures),
    dStart: new Int32Array(months + 1),
    d: new Int32Array(targets),
    srcStart: new Int32Array(targets + 1),
    src: new Int32Array(sources),
    coef: new Float64Array(sources),
    qStart: new Int32Array(months + 1),
    qa: new Int32Array(noise),
    qb: new Int32Array(noise),
    qv: new Float64Array(noise),
    a0: new Float64Array(size),
    p0: new Float64Array(size * size),
    logJacobian: layout.logJacobian,
    mostRows,
    mostTargets: factors + windows + 5 * quarters,
  };
}
