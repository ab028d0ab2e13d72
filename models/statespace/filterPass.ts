import { absorbDiffuse, moveDiffuse } from "./diffuseStep.ts";
import { rankOne, settled, timesRow } from "./elementStep.ts";
import type { FilterTrace } from "./filterTrace.ts";
import type { InitialState } from "./initialState.ts";
import { moveVariance, timesVector } from "./moveVariance.ts";
import type { PassSums } from "./passSums.ts";
import type { Plan } from "./plan.ts";
import { rankOneRecursion } from "./rankOneRecursion.ts";

/** Below this share of the largest variance so far, F without h is rounding. */
const ROUNDING = 1e-15;

/**
 * The Kalman filter, one element of y(t) after the other, over the system loaded into the plan.
 *   v = y − z′a,  M = P z,  F = z′M + h,   a ← a + M v/F,  P ← P − M M′/F          for each element observed
 *   a ← T a + c,  P ← T P T′ + R Q R′                                            to the next period
 * with the exact diffuse step (diffuseStep.ts) while P∞ = A A′ has columns left. The last rank-one step of a period
 * is taken together with the move. Where the system is constant and P z has not moved for twice as many periods as
 * there are states, P itself has stopped (what still moved in it would have shown in P z, also after a plateau as long
 * as a season), and only v and a are carried on until the next gap.
 * Terms of the first `burn` periods are left out of the sums. With a trace, everything is kept for smoothing.
 * A single series without gaps goes on by rankOneRecursion.ts, where its start allows it.
 * Durbin & Koopman, 2nd ed., §6.4; Koopman & Durbin (2000), Journal of Time Series Analysis 21.
 */
export function filterPass(
  plan: Plan,
  start: InitialState,
  burn: number,
  trace: FilterTrace | null,
): PassSums {
  const { n, p, m, y, Z, h, zStep, hStep, T, tStep, c, cStep, a, P, M, F: Fs, copied } = plan;
  const { before, work } = plan;
  const zStart = Z.start;
  const zColumn = Z.column;
  const zValue = Z.value;
  const mm = m * m;
  const constant = trace === null && zStep === 0 && hStep === 0 && tStep === 0 && plan.vStep === 0;
  const sums: PassSums = {
    logF: 0,
    squares: 0,
    terms: 0,
    logFinf: 0,
    diffuseTerms: 0,
    unreached: 0,
    failure: null,
  };
  a.set(start.a);
  P.set(start.P);
  plan.A.set(start.A);
  M.fill(0);
  before.fill(0);
  Fs.fill(0);
  let q = start.A.length / m;
  let now = 0;
  let next = mm;
  let logF = 0;
  let run = 1;
  let squares = 0;
  let terms = 0;
  let peak = 0;
  let unchanged = 0;
  let steady = false;
  let quick = -1;
  let lastGap = constant && p === 1 ? n - 1 : n;
  while (lastGap >= 0 && lastGap < n && !Number.isNaN(y[lastGap]!)) lastGap--;
  for (let t = 0; t < n; t++) {
    if (trace) trace.before(t, a, P, now, plan.A, q);
    const counted = t >= burn;
    // A gap ends the steady state before anything of its period is taken in: P is that of t as it stands.
    if (steady) for (let i = 0; i < p; i++) if (Number.isNaN(y[t * p + i]!)) steady = false;
    let pending = -1;
    let moved = q > 0;
    const diffuse = q > 0;
    for (let i = 0; i < p; i++) {
      const observed = y[t * p + i]!;
      if (Number.isNaN(observed)) {
        moved = true;
        continue;
      }
      const row = t * zStep + i;
      const from = zStart[row]!;
      const to = zStart[row + 1]!;
      const own = i * m;
      let v = observed;
      for (let k = from; k < to; k++) v -= zValue[k]! * a[zColumn[k]!]!;
      let F = Fs[i]!;
      if (!steady) {
        if (pending >= 0) {
          rankOne(P, now, M, pending * m, 1 / Fs[pending]!, m);
          pending = -1;
        }
        timesRow(P, now, zColumn, zValue, from, to, M, own, m);
        const noise = h[t * hStep + i]!;
        F = noise;
        for (let k = from; k < to; k++) F += zValue[k]! * M[own + zColumn[k]!]!;
        if (constant && !moved) moved = !settled(F, Fs[i]!, M, own, before, m);
        Fs[i] = F;
        if (F > peak) peak = F;
        if (q > 0) {
          const Finf = absorbDiffuse(plan, now, row, i, v, F, q);
          if (Finf > 0) {
            q--;
            if (trace) trace.element(t, i, v, F, M, own, Finf, plan.Minf);
            if (counted) {
              sums.logFinf += Math.log(Finf);
              sums.diffuseTerms++;
            }
            continue;
          }
        }
        if (!(F > (noise > 0 ? 0 : ROUNDING * peak))) {
          // An element without variance that is as foreseen says nothing; one that is not cannot be.
          const possible = Math.abs(F) <= ROUNDING * peak && v * v <= 1e-12 * (peak + observed * observed);
          if (!possible) {
            sums.failure = { t, series: i, variance: F, error: v };
            return sums;
          }
          if (trace) trace.element(t, i, 0, 0, M, own, 0, null);
          M.fill(0, own, own + m);
          moved = true;
          continue;
        }
        if (F === Number.POSITIVE_INFINITY) {
          sums.failure = { t, series: i, variance: F, error: v };
          return sums;
        }
        pending = i;
      }
      const gain = v / F;
      for (let j = 0; j < m; j++) a[j]! += M[own + j]! * gain;
      if (trace) trace.element(t, i, v, F, M, own, 0, null);
      if (counted) {
        run *= F;
        if (run > 1e100 || run < 1e-100) {
          logF += Math.log(run);
          run = 1;
        }
        squares += v * gain;
        terms++;
      }
    }
    if (trace)
      trace.after(
        t,
        a,
        P,
        now,
        pending >= 0 ? M : null,
        pending * m,
        pending >= 0 ? Fs[pending]! : 1,
        plan.A,
        q,
      );
    // Onwards: a ← T a + c.
    const rows = t * tStep;
    timesVector(T, rows, copied, a, 0, work, m);
    for (let i = 0; i < m; i++) a[i] = work[i]! + c[t * cStep + i]!;
    if (steady) continue;
    unchanged = moved ? 0 : unchanged + 1;
    // P moves once more: within this period the elements of y have already taken their part off it.
    steady = constant && unchanged > 2 * m;
    // The first period after the diffuse phase shows whether the rest can be run without P.
    if (constant && p === 1 && q === 0 && quick < 0 && pending === 0 && !diffuse && t >= lastGap) quick = t;
    if (q > 0) moveDiffuse(plan, rows, q);
    const own = pending >= 0 ? pending * m : 0;
    moveVariance(plan, rows, t * plan.vStep, now, next, own, pending >= 0 ? 1 / Fs[pending]! : 0);
    const old = now;
    now = next;
    next = old;
    if (t === quick) {
      sums.logF = logF + Math.log(run);
      sums.squares = squares;
      sums.terms = terms;
      if (rankOneRecursion(plan, t + 1, next, now, burn, sums)) return sums;
    }
  }
  if (trace) trace.end(n, a, P, now);
  sums.logF = logF + Math.log(run);
  sums.squares = squares;
  sums.terms = terms;
  sums.unreached = q;
  return sums;
}
