import { type StructuralSpec, trendParts } from "./structuralSpec.ts";

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

/** The states and parameters of a structural model, before there are matrices. Places are −1 where a part is not wanted. */
export interface StructuralLayout {
  readonly names: readonly string[];
  readonly components: readonly StructuralComponent[];
  /** Which state a shock moves, and the parameter that is its variance. */
  readonly shocks: readonly { readonly state: number; readonly parameter: number }[];
  /** Entries of T that do not depend on parameters. */
  readonly moves: readonly Move[];
  /** Weight of each state in y. */
  readonly observed: readonly number[];
  readonly parameters: readonly StructuralParameter[];
  /** First states of the cycle, the autoregression and the regressors. */
  readonly cycle: number;
  readonly ar: number;
  readonly beta: number;
  /** First parameters of the cycle, the autoregression and the regressors. */
  readonly frequency: number;
  readonly arAt: number;
  readonly betaAt: number;
}

type Move = readonly [to: number, from: number, by: number];

/**
 * Lays the parts of a checked spec out one after another.
 *   level:    μ(t+1) = μ(t) + ν(t) + ξ(t),   ν(t+1) = ν(t) + ζ(t)
 *   seasonal: γ(t+1) = −γ(t) − … − γ(t−s+3) + ω(t)
 *   waves:    (γⱼ, γⱼ*) turn by 2πj/s each period; the wave of length 2 needs one state only
 *   cycle:    (c, c*), whose turn depends on parameters; autoregression in companion form; regressors stand still
 * Harvey (1989), §2.3 and §4.1; parameters in the order irregular, level, slope, seasonal, waves, cycle, autoregression,
 * frequency, damping, AR coefficients, β.
 */
export function structuralLayout(spec: StructuralSpec): StructuralLayout {
  const trend = trendParts(spec);
  const p = spec.autoregressive ?? 0;
  const { regressors = [], regression } = spec;
  const asStates = regression !== "parameters";
  const names: string[] = [];
  const components: StructuralComponent[] = [];
  const shocks: { state: number; parameter: number }[] = [];
  const moves: Move[] = [];
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
  const beta = names.length;
  regressors.forEach((_, j) => {
    if (asStates) moves.push([state(`beta.${j + 1}`, 1), beta + j, 1]);
    else parameters.push({ name: `beta.${j + 1}`, kind: "coefficient" });
  });
  // A model of the irregular alone still needs a state to be written down.
  if (names.length === 0) state("nothing", 0);
  return {
    names,
    components,
    shocks,
    moves,
    observed,
    parameters,
    cycle,
    ar,
    beta,
    frequency,
    arAt,
    betaAt,
  };
}

function rotation(moves: Move[], c: number, s: number, cos: number, sin: number): void {
  moves.push([c, c, cos], [c, s, sin], [s, c, -sin], [s, s, cos]);
}
