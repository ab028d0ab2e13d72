import { AppError } from "../../errors.ts";

/** Which of the trend's parts a model has, and which of them move at random. */
export interface TrendParts {
  /** White noise beside the trend. */
  readonly irregular: boolean;
  readonly level: boolean;
  readonly levelMoves: boolean;
  readonly slope: boolean;
  readonly slopeMoves: boolean;
}

const parts = (code: string): TrendParts => ({
  irregular: code.includes("e"),
  level: /l/i.test(code),
  levelMoves: code.includes("L"),
  slope: /s/i.test(code),
  slopeMoves: code.includes("S"),
});

/** e: irregular; l, L: fixed and random level; s, S: fixed and random slope. */
const LEVELS = {
  irregular: parts("e"),
  ntrend: parts("e"),
  "fixed intercept": parts("l"),
  "deterministic constant": parts("el"),
  dconstant: parts("el"),
  "local level": parts("eL"),
  llevel: parts("eL"),
  "random walk": parts("L"),
  rwalk: parts("L"),
  "fixed slope": parts("ls"),
  "deterministic trend": parts("els"),
  dtrend: parts("els"),
  "local linear deterministic trend": parts("eLs"),
  lldtrend: parts("eLs"),
  "random walk with drift": parts("Ls"),
  rwdrift: parts("Ls"),
  "local linear trend": parts("eLS"),
  lltrend: parts("eLS"),
  "smooth trend": parts("elS"),
  strend: parts("elS"),
  "random trend": parts("lS"),
  rtrend: parts("lS"),
} as const;

/** Names of trends as statsmodels' UnobservedComponents gives them, long and short. */
export type LevelName = keyof typeof LEVELS;

/**
 * A structural time-series model:  y = trend + seasonal + cycle + autoregression + x′β + irregular
 * Harvey (1989), Forecasting, Structural Time Series Models and the Kalman Filter, §2.3.
 */
export interface StructuralSpec {
  readonly level: LevelName | TrendParts;
  /** Seasonal dummies that add up to 0 over a year, or to a shock where it moves (the default). */
  readonly seasonal?: { readonly period: number; readonly moves?: boolean };
  /** Trigonometric seasonals: `harmonics` waves (by default period / 2), all with one variance. */
  readonly waves?: readonly {
    readonly period: number;
    readonly harmonics?: number;
    readonly moves?: boolean;
  }[];
  readonly cycle?: {
    readonly damped?: boolean;
    readonly moves?: boolean;
    /** Shortest and longest length in periods; by default 2 and without end. */
    readonly lengths?: readonly [number, number];
    /** A damped cycle that moves may start from its stationary distribution. */
    readonly start?: "diffuse" | "stationary";
  };
  /** Order p of a stationary autoregression. */
  readonly autoregressive?: number;
  /** Columns of x. */
  readonly regressors?: readonly ArrayLike<number>[];
  /** β as diffuse states, estimated by generalised least squares (the default), or as parameters of the likelihood. */
  readonly regression?: "states" | "parameters";
}

/** The parts of a named trend; the irregular joins where otherwise nothing would be random. */
export function trendParts(spec: StructuralSpec): TrendParts {
  const found = typeof spec.level === "string" ? LEVELS[spec.level] : spec.level;
  if (!found)
    throw new AppError(
      "invalid-input",
      `no trend is called "${spec.level as string}"; there are ${Object.keys(LEVELS).join(", ")}`,
    );
  const random =
    found.irregular ||
    found.levelMoves ||
    found.slopeMoves ||
    (spec.seasonal !== undefined && spec.seasonal.moves !== false) ||
    (spec.waves ?? []).some((w) => w.moves !== false) ||
    spec.cycle?.moves === true ||
    (spec.autoregressive ?? 0) > 0;
  return random ? found : { ...found, irregular: true };
}

/** Throws AppError("invalid-input") for periods, orders and bounds that make no sense. */
export function checkSpec({ seasonal, waves = [], cycle, autoregressive = 0 }: StructuralSpec): void {
  const bad = (what: string) => {
    throw new AppError("invalid-input", `a structural model needs ${what}`);
  };
  if (seasonal && !(Number.isInteger(seasonal.period) && seasonal.period >= 2))
    bad(`a seasonal period of at least 2; found ${seasonal.period}`);
  for (const { period, harmonics = Math.floor(period / 2) } of waves)
    if (!(period >= 2 && Number.isInteger(harmonics) && harmonics >= 1 && harmonics <= period / 2))
      bad(`between 1 and period / 2 harmonics; found ${harmonics} for a period of ${period}`);
  const [shortest, longest] = cycle?.lengths ?? [2, Number.POSITIVE_INFINITY];
  if (!(shortest >= 2 && longest > shortest))
    bad(
      `cycle lengths of at least 2 periods, the longest above the shortest; found ${shortest} to ${longest}`,
    );
  if (cycle?.start === "stationary" && !(cycle.damped && cycle.moves))
    bad("a cycle that is damped and moves if it is to start from its stationary distribution");
  if (!(Number.isInteger(autoregressive) && autoregressive >= 0))
    bad(`an autoregressive order of 0 or more; found ${autoregressive}`);
}
