import { diffuseInitial } from "../../../models/statespace/initialState.ts";
import { kalmanFilter } from "../../../models/statespace/kalmanFilter.ts";
import { smoothStates } from "../../../models/statespace/smoothStates.ts";
import type { StateSpace } from "../../../models/statespace/stateSpace.ts";
import type { MethodCheck } from "../method.ts";

type Numbers = (number | null)[];
const EXACT = 1e-8;

export const check: MethodCheck = {
  method: "kalman_exact_diffuse",
  answeredBy: "statespace/kalmanFilter.ts#kalmanFilter, statespace/smoothStates.ts#smoothStates",
  source: "Durbin & Koopman, Time Series Analysis by State Space Methods, 2nd ed., chapters 5 and 6",
  tolerance: "log-likelihood 1e-6 absolute; states, variances and disturbances 1e-8 relative",
  reason: "the same exact recursions; only the order of summation differs",
  check(c, compare) {
    const params = c.params as Record<string, number>;
    const { values, frequency } = c.input as { values: Numbers; frequency: number };
    const output = c.output as Record<string, Numbers | Numbers[] | number>;
    const model = params.Q_seas === undefined ? localLevel(params) : basicStructural(params, frequency);
    const y = Float64Array.from(values, (v) => v ?? Number.NaN);
    const f = kalmanFilter(model, y);
    const s = smoothStates(model, f);
    compare.absolute("loglik", f.logLikelihood, output.loglik as number, 1e-6);
    compare.equal("d", f.diffusePeriods, output.d as number);
    const same = (what: string, ours: ArrayLike<number>) => {
      if (output[what] !== undefined) compare.array(what, ours, output[what] as Numbers[], EXACT);
    };
    same("a_pred", f.predicted);
    same("P_pred", f.predictedVariance);
    same("att", f.filtered);
    same("Ptt", f.filteredVariance);
    same("v", f.v);
    same("F", f.F);
    same("Finf", f.Finf.subarray(0, f.diffusePeriods));
    same("Pinf", f.diffuseBefore[0]!.subarray(0, 1));
    same("alphahat", s.states);
    same("V", s.variances);
    same("epshat", s.errors);
    same("etahat", s.shocks);
  },
};

const localLevel = ({ Q = 0, H = 0 }: Record<string, number>): StateSpace => ({
  series: 1,
  states: 1,
  Z: Float64Array.of(1),
  h: Float64Array.of(H),
  T: Float64Array.of(1),
  Q: Float64Array.of(Q),
  initial: diffuseInitial(1),
});

/** Level, slope and dummy seasonal, the order of SSMtrend(2) + SSMseasonal. */
function basicStructural(params: Record<string, number>, s: number): StateSpace {
  const m = s + 1;
  const T = new Float64Array(m * m);
  T[0] = 1;
  T[1] = 1;
  T[m + 1] = 1;
  for (let j = 2; j < m; j++) T[2 * m + j] = -1;
  for (let i = 3; i < m; i++) T[i * m + i - 1] = 1;
  const R = new Float64Array(m * 3);
  for (let i = 0; i < 3; i++) R[i * 3 + i] = 1;
  const Z = new Float64Array(m);
  Z[0] = 1;
  Z[2] = 1;
  return {
    series: 1,
    states: m,
    shocks: 3,
    Z,
    h: Float64Array.of(params.H!),
    T,
    R,
    Q: Float64Array.of(params.Q_level!, 0, 0, 0, params.Q_slope!, 0, 0, 0, params.Q_seas!),
    initial: diffuseInitial(m),
  };
}
