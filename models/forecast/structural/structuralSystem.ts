import { AppError } from "../../errors.ts";
import { approximateDiffuse, diffuseInitial } from "../../statespace/initialState.ts";
import type { StateSpace } from "../../statespace/stateSpace.ts";
import { commonStart, startAutoregression } from "./structuralInitial.ts";
import { checkSpec, type StructuralSpec, trendParts } from "./structuralSpec.ts";

export type ParameterKind = "variance" | "frequency" | "damping" | "ar" | "coefficient";

export interface StructuralParameter {
  readonly name: string;
  readonly kind: ParameterKind;
  /** Where a frequency may lie. */
  readonly bounds?: readonly [number, number];
}

/** A part of y: the sum of some states times their weights. */
export interface StructuralComponent {
  readonly name: string;
  readonly states: readonly number[];
  /** One weight a state, or for regressors one per period and state. */
  readonly weights: Float64Array;
}

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
 *   level:    μ(t+1) = μ(t) + ν(t) + ξ(t),   ν(t+1) = ν(t) + ζ(t)
 *   seasonal: γ(t+1) = −γ(t) − … − γ(t−s+3) + ω(t)
 *   waves:    (γⱼ, γⱼ*) turn by 2πj/s each period; the wave of length 2 needs one state only
 *   cycle:    (c, c*)(t+1) = ρ [cos λ  sin λ; −sin λ  cos λ] (c, c*)(t) + (κ, κ*)(t)
 *   autoregression in companion form; regressors as states that stand still
 * Harvey (1989), §2.3 and §4.1; parameters in the order irregular, level, slope, seasonal, waves, cycle, autoregression,
 * frequency, damping, AR coefficients, β. Throws AppError("invalid-input").
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
  const names: string[] = [];
  const components: StructuralComponent[] = [];
  const shocks: { state: number; parameter: number }[] = [];
  const moves: [to: number, from: number, by: number][] = [];
  const observed: number[] = [];
  const parameters: StructuralParameter[] = [];
  const state = (name: string, weight: 0 | 1) => {
    observed.push(weight);
    return names.push(name) - 1;
  };
  const variance = (name: string, ...states: number[]) => {
    const parameter = parameters.push({ name, kind: "variance" }) - 1;
    for (const s of states) shocks.push({ state: s, parameter });
  };
  const component = (name: string, states: readonly number[]) =>
    components.push({ name, states, weights: new Float64Array(states.length).fill(1) });

  if (trend.irregular) variance("irregular");
  const level = trend.level ? state("level", 1) : -1;
  const slope = trend.slope ? state("slope", 0) : -1;
  if (level >= 0) {
    moves.push([level, level, 1]);
    component("level", [level]);
    if (trend.levelMoves) variance("level", level);
  }
  if (slope >= 0) {
    moves.push([level, slope, 1], [slope, slope, 1]);
    component("slope", [slope]);
    if (trend.slopeMoves) variance("slope", slope);
  }
  if (spec.seasonal) {
    const { period, moves: random = true } = spec.seasonal;
    const first = state("seasonal", 1);
    moves.push([first, first, -1]);
    for (let k = 1; k < period - 1; k++) {
      const s = state(`seasonal.${k}`, 0);
      moves.push([first, s, -1], [s, s - 1, 1]);
    }
    component("seasonal", [first]);
    if (random) variance("seasonal", first);
  }
  for (const { period, harmonics = Math.floor(period / 2), moves: random = true } of spec.waves ?? []) {
    const name = `waves.${period}`;
    const all: number[] = [];
    const cosines: number[] = [];
    for (let j = 1; j <= harmonics; j++) {
      const turn = (2 * Math.PI * j) / period;
      const c = state(`${name}.${j}`, 1);
      all.push(c);
      cosines.push(c);
      if (2 * j === period) {
        moves.push([c, c, -1]);
        continue;
      }
      const s = state(`${name}.${j}*`, 0);
      all.push(s);
      rotation(moves, c, s, Math.cos(turn), Math.sin(turn));
    }
    component(name, cosines);
    if (random) variance(name, ...all);
  }
  const cycle = spec.cycle ? state("cycle", 1) : -1;
  if (spec.cycle) {
    state("cycle*", 0);
    component("cycle", [cycle]);
    if (spec.cycle.moves) variance("cycle", cycle, cycle + 1);
  }
  const ar = p > 0 ? state("ar.1", 1) : -1;
  if (p > 0) {
    for (let k = 1; k < p; k++) moves.push([state(`ar.${k + 1}`, 0), ar + k - 1, 1]);
    component("ar", [ar]);
    variance("ar", ar);
  }
  const frequency = spec.cycle ? parameters.length : -1;
  if (spec.cycle) {
    const [shortest, longest] = spec.cycle.lengths ?? [2, Number.POSITIVE_INFINITY];
    const bounds = [(2 * Math.PI) / longest, (2 * Math.PI) / shortest] as const;
    parameters.push({ name: "cycle.frequency", kind: "frequency", bounds });
    if (spec.cycle.damped) parameters.push({ name: "cycle.damping", kind: "damping" });
  }
  const arAt = parameters.length;
  for (let k = 0; k < p; k++) parameters.push({ name: `ar.${k + 1}`, kind: "ar" });
  const betaAt = parameters.length;
  const k = columns.length;
  const beta = names.length;
  columns.forEach((_, j) => {
    if (asStates) moves.push([state(`beta.${j + 1}`, 1), beta + j, 1]);
    else parameters.push({ name: `beta.${j + 1}`, kind: "coefficient" });
  });
  // A model of the irregular alone still needs a state to be written down.
  if (names.length === 0) state("nothing", 0);

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

function rotation(moves: [number, number, number][], c: number, s: number, cos: number, sin: number): void {
  moves.push([c, c, cos], [c, s, sin], [s, c, -sin], [s, s, cos]);
}
