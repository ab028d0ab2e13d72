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
    const model = modelOf(params, frequency);
    const m = model.states;
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
    same(
      "Pinf",
      f.diffuseBefore.flatMap((A) => outer(A, m)),
    );
    same("alphahat", s.states);
    same("V", s.variances);
    same("epshat", s.errors);
    same("etahat", s.shocks);
  },
};

/** P∞ = A A′. */
function outer(A: Float64Array, m: number): number[] {
  const out = Array.from({ length: m * m }, () => 0);
  for (let c = 0; c < A.length; c += m)
    for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) out[i * m + j]! += A[c + i]! * A[c + j]!;
  return out;
}

/** A level, and a slope and a dummy seasonal where they have variances: the order of SSMtrend + SSMseasonal. */
function modelOf({ Q, Q_level = Q, Q_slope, Q_seas, H }: Record<string, number>, period: number): StateSpace {
  const variances = [Q_level, Q_slope, Q_seas].filter((v) => v !== undefined);
  const trend = Q_slope === undefined ? 1 : 2;
  const m = trend + (Q_seas === undefined ? 0 : period - 1);
  const r = variances.length;
  const T = new Float64Array(m * m);
  for (let i = 0; i < trend; i++) T[i * m + i] = 1;
  if (trend === 2) T[1] = 1;
  for (let j = trend; j < m; j++) T[trend * m + j] = -1;
  for (let i = trend + 1; i < m; i++) T[i * m + i - 1] = 1;
  const R = new Float64Array(m * r);
  const diagonal = new Float64Array(r * r);
  variances.forEach((v, i) => {
    R[i * r + i] = 1;
    diagonal[i * r + i] = v;
  });
  const Z = new Float64Array(m);
  Z[0] = 1;
  if (Q_seas !== undefined) Z[trend] = 1;
  const h = Float64Array.of(H!);
  return { series: 1, states: m, shocks: r, Z, h, T, R, Q: diagonal, initial: diffuseInitial(m) };
}
