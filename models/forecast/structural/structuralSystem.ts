import { AppError } from "../../errors.ts";
import { approximateDiffuse, diffuseInitial } from "../../statespace/initialState.ts";
import type { StateSpace } from "../../statespace/stateSpace.ts";
import { commonStart, startAutoregression } from "./structuralInitial.ts";
import { type StructuralComponent, type StructuralParameter, structuralLayout } from "./structuralLayout.ts";
import { checkSpec, type StructuralSpec, trendParts } from "./structuralSpec.ts";

/**
 * "exact": P∞ = I for states without a stationary start. "approximate": P = κ I, whose first terms are left out of the
 * likelihood (statsmodels' default, κ = 10⁶). "common": one diffuse direction, as R's StructTS has it:
 * a₀ = (y₁, 0, …), P₀ = 10⁴ Var(y) 1 1′ a period before the first.
 */
export type StructuralStart = "exact" | "approximate" | "common";

export interface StructuralSystem {
  readonly spec: StructuralSpec;
  readonly start: StructuralStart;
  readonly model: StateSpace;
  readonly parameters: readonly StructuralParameter[];
  readonly components: readonly StructuralComponent[];
  readonly stateNames: readonly string[];
  /** States without a stationary start. */
  readonly diffuseStates: readonly number[];
  /** Periods whose terms the likelihood leaves out. */
  readonly burn: number;
  /** Writes parameter values, in the order of `parameters`, into the arrays of the model. */
  apply(values: ArrayLike<number>): void;
}

/**
 * The state-space form of a structural model over n periods (regressors need as many values).
 *   cycle:    (c, c*)(t+1) = ρ [cos λ  sin λ; −sin λ  cos λ] (c, c*)(t) + (κ, κ*)(t);  the other parts in structuralLayout.ts
 * Throws AppError("invalid-input"). Harvey (1989), §2.3 and §4.1.
 */
export function structuralSystem(
  spec: StructuralSpec,
  n: number,
  start: StructuralStart = "exact",
  y?: Float64Array,
): StructuralSystem {
  checkSpec(spec);
  const trend = trendParts(spec);
  const p = spec.autoregressive ?? 0;
  const columns = spec.regressors ?? [];
  const asStates = spec.regression !== "parameters";
  for (const column of columns)
    if (column.length < n)
      throw new AppError("invalid-input", `a regressor needs ${n} values; found ${column.length}`);
  const layout = structuralLayout(spec);
  const { names, shocks, moves, observed, parameters, cycle, ar, beta, frequency, arAt, betaAt } = layout;
  const components = [...layout.components];
  const k = columns.length;
  const m = names.length;
  const r = shocks.length;
  const T = new Float64Array(m * m);
  for (const [to, from, by] of moves) T[to * m + from]! += by;
  const R = new Float64Array(m * r);
  shocks.forEach(({ state: s }, j) => {
    R[s * r + j] = 1;
  });
  const varying = k > 0 && asStates;
  const Z = new Float64Array(varying ? n * m : m);
  for (let t = 0; t < (varying ? n : 1); t++)
    for (let j = 0; j < m; j++) Z[t * m + j] = j >= beta && varying ? columns[j - beta]![t]! : observed[j]!;
  if (varying) {
    const weights = new Float64Array(n * k);
    for (let t = 0; t < n; t++) for (let j = 0; j < k; j++) weights[t * k + j] = columns[j]![t]!;
    components.push({ name: "regression", states: columns.map((_, j) => beta + j), weights });
  }
  const d = k > 0 && !asStates ? new Float64Array(n) : undefined;
  const stationaryCycle = spec.cycle?.start === "stationary";
  const diffuseStates = names.flatMap((name, j) =>
    (p > 0 && j >= ar && j < ar + p) ||
    (stationaryCycle && (j === cycle || j === cycle + 1)) ||
    name === "nothing"
      ? []
      : [j],
  );
  const initial =
    start === "approximate" ? approximateDiffuse(m, 1e6, diffuseStates) : diffuseInitial(m, diffuseStates);
  const h = new Float64Array(1);
  const Q = new Float64Array(r * r);
  const model: StateSpace = {
    series: 1,
    states: m,
    shocks: r,
    Z,
    d,
    h,
    T,
    R,
    Q,
    initial: start === "common" ? { a: initial.a, P: initial.P, A: new Float64Array(0) } : initial,
  };
  const apply = (values: ArrayLike<number>) => {
    if (trend.irregular) h[0] = values[0]!;
    shocks.forEach(({ parameter }, j) => {
      Q[j * r + j] = values[parameter]!;
    });
    if (spec.cycle) {
      const rho = spec.cycle.damped ? values[frequency + 1]! : 1;
      const turn = values[frequency]!;
      T[cycle * m + cycle] = rho * Math.cos(turn);
      T[cycle * m + cycle + 1] = rho * Math.sin(turn);
      T[(cycle + 1) * m + cycle] = -rho * Math.sin(turn);
      T[(cycle + 1) * m + cycle + 1] = rho * Math.cos(turn);
      if (stationaryCycle) {
        const v = Q[shocks.findIndex((s) => s.state === cycle) * (r + 1)]! / (1 - rho * rho);
        model.initial.P[cycle * (m + 1)] = v;
        model.initial.P[(cycle + 1) * (m + 1)] = v;
      }
    }
    if (p > 0) {
      for (let j = 0; j < p; j++) T[ar * m + ar + j] = values[arAt + j]!;
      startAutoregression(model, ar, p, Q[shocks.findIndex((s) => s.state === ar) * (r + 1)]!);
    }
    if (d)
      for (let t = 0; t < n; t++) {
        let s = 0;
        for (let j = 0; j < k; j++) s += values[betaAt + j]! * columns[j]![t]!;
        d[t] = s;
      }
    if (start === "common") commonStart(model, y!);
  };
  return {
    spec,
    start,
    model,
    parameters,
    components,
    stateNames: names,
    diffuseStates,
    burn: start === "approximate" ? diffuseStates.length : 0,
    apply,
  };
}
