import { AppError } from "../../errors.ts";
import { type DiffuseConvention, logLikelihood } from "../../statespace/logLikelihood.ts";
import { planFor } from "../../statespace/plan.ts";
import { minimise, withNumericGradient } from "../../statistics/optimise/minimise.ts";
import { toCoordinates, toValues } from "./structuralCoordinates.ts";
import type { StructuralSpec } from "./structuralSpec.ts";
import { structuralStarts } from "./structuralStarts.ts";
import { type StructuralStart, type StructuralSystem, structuralSystem } from "./structuralSystem.ts";

export interface StructuralOptions {
  start?: StructuralStart;
  convention?: DiffuseConvention;
  /** Parameter values that are given and not estimated, in the order of the system's parameters. */
  fixed?: ArrayLike<number>;
  /** Parameter values of an earlier fit: the search sets out from them alone. */
  from?: ArrayLike<number>;
}

export interface StructuralFit {
  system: StructuralSystem;
  y: Float64Array;
  /** In the order of `system.parameters`. */
  values: Float64Array;
  logLikelihood: number;
  convention: DiffuseConvention;
  /** Numbers in y. */
  count: number;
  /** Diffuse states and parameters that were estimated: what AIC counts under an exact start. */
  freedom: number;
  aic: number;
  /** AIC with the small-sample correction; +∞ where there are too few figures for it. */
  aicc: number;
}

/** Rounds of the rough search from each start. */
const ROUGH = 12;
/** The second best is followed too where it is another hill, and one that may still turn out higher. */
const SAME_HILL = 0.01;
const WITHIN_REACH = 3;
/** A variance whose loss costs the likelihood less than this is 0. */
const NOTHING = 1e-6;
/** Gain per step, relative, at which the search looks for variances to drop. */
const NEAR = 1e-8;
/** Share of the scale from which a variance that was 0 is looked at again. */
const ASLEEP = 1e-4;

/**
 * Maximum likelihood of a structural model: BFGS in free coordinates (structuralCoordinates.ts) from starts in which each
 * part in turn dominates, the best, and a near rival, followed to the end; variances that the likelihood does not miss become 0.
 * y: NaN = missing. Throws AppError: "not-enough-data" where y cannot determine the model's states and parameters,
 * "invalid-input" where no parameters give it a likelihood.
 * Harvey (1989), §4.2; Durbin & Koopman, 2nd ed., §7.3.
 */
export function fitStructural(
  y: Float64Array,
  spec: StructuralSpec,
  { start = "exact", convention = "proper-constants", fixed, from }: StructuralOptions = {},
): StructuralFit {
  const n = y.length;
  const count = y.reduce((c, v) => c + (Number.isNaN(v) ? 0 : 1), 0);
  const system = structuralSystem(spec, n, start, y);
  const { model, parameters, burn, diffuseStates } = system;
  const needed = diffuseStates.length + parameters.length + 1;
  if (fixed && fixed.length !== parameters.length)
    throw new AppError(
      "invalid-input",
      `the model has ${parameters.length} parameters (${parameters.map((p) => p.name).join(", ")}); found ${fixed.length} values`,
    );
  if (count < needed)
    throw new AppError(
      "not-enough-data",
      `a structural model with ${diffuseStates.length} unknown starting states and ${parameters.length} parameters needs ${needed} figures; found ${count}`,
    );
  if (y.some((v) => Math.abs(v) === Number.POSITIVE_INFINITY))
    throw new AppError("invalid-input", "a structural model needs finite figures; found an infinite one");
  const plan = planFor(model, n);
  const values = new Float64Array(parameters.length);
  const likelihood = (): number => {
    system.apply(values);
    return logLikelihood(plan, model, y, { convention, burn });
  };
  if (fixed) values.set(fixed);
  else estimate();
  const found = likelihood();
  if (found === Number.NEGATIVE_INFINITY)
    throw new AppError("invalid-input", "no likelihood at these parameters: some variance is not positive");
  const freedom = diffuseStates.length + parameters.length;
  const aic = -2 * found + 2 * freedom;
  const room = count - freedom - 1;
  const aicc = room > 0 ? aic + (2 * freedom * (freedom + 1)) / room : Number.POSITIVE_INFINITY;
  return { system, y, values, logLikelihood: found, convention, count, freedom, aic, aicc };

  function estimate(): void {
    const { scale, betaScale, starts } = structuralStarts(y, system);
    if (!(scale > 0))
      throw new AppError("invalid-input", "a structural model needs a series that moves; this one does not");
    const cost = (u: Float64Array) => {
      toValues(parameters, u, scale, betaScale, values);
      return -likelihood();
    };
    const objective = withNumericGradient(cost);
    const quickly = withNumericGradient(cost, "forward");
    const candidates = from ? [toCoordinates(parameters, awake(from, scale), scale, betaScale)] : starts;
    const rough = candidates
      .map((u) => minimise(quickly, u, { maxIterations: ROUGH, tolerance: 1e-6 }))
      .filter((m) => Number.isFinite(m.value))
      .sort((a, b) => a.value - b.value);
    const top = rough[0]?.value ?? 0;
    const second = rough.find((m) => m.value > top + SAME_HILL && m.value < top + WITHIN_REACH);
    const best = [...rough.slice(0, 1), ...(second ? [second] : [])]
      .map((m) => minimise(objective, m.x, { maxIterations: 300, tolerance: NEAR }))
      .sort((a, b) => a.value - b.value)[0];
    if (!best)
      throw new AppError(
        "invalid-input",
        "a structural model found no parameters that give the series a likelihood",
      );
    toValues(parameters, best.x, scale, betaScale, values);
    const gone = dropVariances(scale, -best.value);
    // What is left is brought to its top: variances on their way to 0 had kept the search busy.
    const free = parameters.flatMap((_, i) => (gone.has(i) ? [] : [i]));
    const u = best.x;
    const restricted = (w: Float64Array) => {
      free.forEach((i, k) => {
        u[i] = w[k]!;
      });
      toValues(parameters, u, scale, betaScale, values);
      for (const i of gone) values[i] = 0;
      return -likelihood();
    };
    const summit = minimise(
      withNumericGradient(restricted),
      free.map((i) => u[i]!),
      {
        maxIterations: 300,
        tolerance: 1e-12,
      },
    );
    restricted(summit.x);
  }

  /** A variance of 0 is where the likelihood is flat in its logarithm: a search from there would never leave. */
  function awake(earlier: ArrayLike<number>, scale: number): Float64Array {
    return Float64Array.from(parameters, ({ kind }, i) =>
      kind === "variance" ? Math.max(earlier[i]!, ASLEEP * scale) : earlier[i]!,
    );
  }

  function dropVariances(scale: number, reached: number): Set<number> {
    const gone = new Set<number>();
    let best = reached;
    parameters.forEach(({ kind }, i) => {
      const held = values[i]!;
      if (kind !== "variance" || held > 1e-3 * scale) return;
      values[i] = 0;
      const without = likelihood();
      if (without >= best - NOTHING) {
        best = Math.max(best, without);
        gone.add(i);
      } else values[i] = held;
    });
    return gone;
  }
}
