import { AppError } from "../errors.ts";
import { compileTransitions } from "./compileTransitions.ts";
import { entry, factorAutocovariance } from "./factorAutocovariance.ts";
import type { FactorParameters } from "./factorModel.ts";
import type { FilterProgram } from "./filterProgram.ts";
import { type ObservationPattern, whiten } from "./observationPattern.ts";
import { partSlot, type StateLayout } from "./stateLayout.ts";

export interface CompileOptions {
  /** Precision of each figure's noise, months × series: known counts of weeks, or the weights of fat tails. */
  weights?: Float64Array | null;
  /** Variance added to every figure, as FRBNY and statsmodels' `obs_cov_diag` do (1e-4). */
  measurementNoise?: number;
  /** The state at the first month, instead of the stationary distribution before it: mean and covariance by slot. */
  known?: { mean: Float64Array; covariance: Float64Array };
}

/** Writes the sparse program of a layout at given parameters and figures (months × series, standardised). */
export function compileProgram(
  program: FilterProgram,
  layout: StateLayout,
  parameters: FactorParameters,
  values: Float64Array,
  options: CompileOptions = {},
): void {
  compileRows(program, layout, parameters, options);
  readFigures(program, values);
  compileTransitions(program, layout, parameters, options.known !== undefined);
  program.a0.fill(0);
  program.p0.fill(0);
  if (options.known) {
    program.a0.set(options.known.mean);
    program.p0.set(options.known.covariance);
  } else stationaryStart(program, layout, parameters);
}

/** What one pattern of one series comes to at its ρ: coefficients by lag of the factors and of the figures. */
interface Template {
  variance: number;
  byLag: Float64Array;
  data: { back: number; coefficient: number }[];
}

function templateOf(pattern: ObservationPattern, rho: number): Template {
  const c = new Float64Array(pattern.readings.length);
  const variance = whiten(pattern, rho, c);
  const byLag = new Float64Array(pattern.reach + 1);
  const data: Template["data"] = [];
  pattern.readings.forEach((r, j) => {
    r.weights.forEach((w, l) => {
      byLag[r.lag + l] = byLag[r.lag + l]! + c[j]! * w;
    });
    for (const d of r.data) data.push({ back: r.lag + d.lag, coefficient: c[j]! * d.coefficient });
  });
  return { variance, byLag, data };
}

function templates(layout: StateLayout, rho: Float64Array): (i: number, p: number) => Template {
  const found = new Map<number, Template>();
  const count = layout.patterns.length;
  return (i, p) => {
    const key = i * count + p;
    let t = found.get(key);
    if (!t) {
      t = templateOf(layout.patterns[p]!, layout.part[i] === "observed" ? rho[i]! : 0);
      found.set(key, t);
    }
    return t;
  };
}

function compileRows(
  program: FilterProgram,
  layout: StateLayout,
  { loadings, rho, variance }: FactorParameters,
  { weights, measurementNoise = 0 }: CompileOptions,
): void {
  const { factors: k, lags, months, obsStart, obsSeries, obsPattern, loaded, part } = layout;
  const n = layout.model.series.length;
  const template = templates(layout, rho);
  let at = 0;
  let row = 0;
  let figure = 0;
  for (let t = 0; t < months; t++) {
    let collapsible = 0;
    for (let pass = 0; pass < 2; pass++)
      for (let o = obsStart[t]!; o < obsStart[t + 1]!; o++) {
        const i = obsSeries[o]!;
        const own = part[i] !== "observed";
        if (own !== (pass === 1)) continue;
        const { variance: v, byLag, data } = template(i, obsPattern[o]!);
        for (const { back, coefficient } of data) {
          program.cell[figure] = (t - back) * n + i;
          program.cellCoef[figure++] = coefficient;
        }
        program.cellStart[row + 1] = figure;
        program.h[row] =
          measurementNoise + (own ? 0 : (variance[i]! * v) / (weights ? weights[t * n + i]! : 1));
        if (!own) collapsible++;
        program.rowStart[row] = at;
        for (let l = 0; l < byLag.length; l++) {
          const w = byLag[l]!;
          if (w === 0) continue;
          const slot = ((t - l + lags * 16) % lags) * k;
          for (const r of loaded[i]!) {
            program.idx[at] = slot + r;
            program.val[at++] = w * loadings[i * k + r]!;
          }
          if (own) {
            program.idx[at] = partSlot(layout, i, l, t);
            program.val[at++] = w;
          }
        }
        program.rowStart[++row] = at;
      }
    program.collapsible[t] = collapsible;
  }
}

/** The y of each row from the figures: linear in them, so that news may pass unit figures through the same filter. */
export function readFigures(program: FilterProgram, values: Float64Array): void {
  const { y, cell, cellStart, cellCoef } = program;
  for (let row = 0; row < y.length; row++) {
    let s = 0;
    for (let e = cellStart[row]!; e < cellStart[row + 1]!; e++) s += cellCoef[e]! * values[cell[e]!]!;
    y[row] = s;
  }
}

/** The stationary distribution of the state in the month before the first. */
function stationaryStart(program: FilterProgram, layout: StateLayout, parameters: FactorParameters): void {
  const { lags, factors: k, size, model, part, base, width } = layout;
  const { p0 } = program;
  let first = 0;
  model.blocks.forEach((b, at) => {
    const gamma = factorAutocovariance(
      parameters.transition[at]!,
      parameters.innovation[at]!,
      b.factors,
      b.order,
      lags,
    );
    if (!gamma)
      throw new AppError(
        "invalid-input",
        `the VAR of factor block ${b.name} is not stationary: it has no start`,
      );
    const slot = (l: number): number => ((lags * 16 - 1 - l) % lags) * k + first;
    for (let l = 0; l < lags; l++)
      for (let m = 0; m < lags; m++)
        for (let r = 0; r < b.factors; r++)
          for (let c = 0; c < b.factors; c++)
            p0[(slot(l) + r) * size + slot(m) + c] = entry(gamma, m - l, r, c, b.factors);
    first += b.factors;
  });
  part.forEach((p, i) => {
    if (p === "observed") return;
    const rho = parameters.rho[i]!;
    const w = width[i]!;
    const scale = parameters.variance[i]! / (1 - rho * rho);
    const slot = (l: number): number => base[i]! + (p === "window" ? (w * 16 - 1 - l) % w : l);
    for (let l = 0; l < w; l++)
      for (let m = 0; m < w; m++) p0[slot(l) * size + slot(m)] = scale * rho ** Math.abs(l - m);
  });
}
