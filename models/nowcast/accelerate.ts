import type { FactorParameters } from "./factorModel.ts";

/**
 * A long step along three iterates θ₀ → θ₁ → θ₂ of EM (SQUAREM, scheme S3):
 *   r = θ₁ − θ₀,  v = (θ₂ − θ₁) − r,  α = −‖r‖/‖v‖,  θ = θ₀ − 2αr + α²v,
 * in coordinates that stay inside the model: loadings and VAR coefficients as they are, artanh ρ, log σ², and the lower
 * Cholesky factor of Q with the logarithm of its diagonal. Null where the path is straight. The caller keeps the point only
 * if the likelihood there is higher, and shortens `longest`, the bound on −α, where it was not. Varadhan & Roland (2008), Scandinavian J. of Statistics 35, 335–353.
 */
export function accelerate(
  zero: FactorParameters,
  one: FactorParameters,
  two: FactorParameters,
  longest: number,
): FactorParameters | null {
  const a = flat(zero);
  const b = flat(one);
  const c = flat(two);
  let rr = 0;
  let vv = 0;
  for (let i = 0; i < a.length; i++) {
    const r = b[i]! - a[i]!;
    const v = c[i]! - b[i]! - r;
    rr += r * r;
    vv += v * v;
  }
  const alpha = -Math.min(longest, Math.sqrt(rr / vv));
  if (!(alpha < -1) || !Number.isFinite(alpha)) return null;
  for (let i = 0; i < a.length; i++) {
    const r = b[i]! - a[i]!;
    const v = c[i]! - b[i]! - r;
    a[i] = a[i]! - 2 * alpha * r + alpha * alpha * v;
  }
  return a.every(Number.isFinite) ? unflat(a, two) : null;
}

function flat(p: FactorParameters): Float64Array {
  return Float64Array.from([
    ...p.loadings,
    ...p.transition.flatMap((a) => [...a]),
    ...p.innovation.flatMap((q) => [...logCholesky(q)]),
    ...p.rho.map(Math.atanh),
    ...p.variance.map(Math.log),
  ]);
}

function unflat(x: Float64Array, like: FactorParameters): FactorParameters {
  let at = 0;
  const take = (n: number): Float64Array => {
    at += n;
    return x.slice(at - n, at);
  };
  return {
    loadings: take(like.loadings.length),
    transition: like.transition.map((a) => take(a.length)),
    innovation: like.innovation.map((q) => fromLogCholesky(take(q.length), Math.sqrt(q.length))),
    rho: take(like.rho.length).map((r) => Math.max(-0.9999, Math.min(0.9999, Math.tanh(r)))),
    variance: take(like.variance.length).map(Math.exp),
  };
}

/** The lower factor of Q by rows with the logarithm of its diagonal, zeros above. */
function logCholesky(q: Float64Array): Float64Array {
  const k = Math.sqrt(q.length);
  const l = new Float64Array(k * k);
  for (let i = 0; i < k; i++)
    for (let j = 0; j <= i; j++) {
      let s = q[i * k + j]!;
      for (let r = 0; r < j; r++) s -= l[i * k + r]! * l[j * k + r]!;
      l[i * k + j] = i === j ? Math.sqrt(s) : s / l[j * k + j]!;
    }
  for (let i = 0; i < k; i++) l[i * k + i] = Math.log(l[i * k + i]!);
  return l;
}

function fromLogCholesky(l: Float64Array, k: number): Float64Array {
  const entry = (i: number, j: number): number => (i === j ? Math.exp(l[i * k + i]!) : l[i * k + j]!);
  return Float64Array.from({ length: k * k }, (_, e) => {
    const i = Math.floor(e / k);
    const j = e % k;
    let s = 0;
    for (let r = 0; r <= Math.min(i, j); r++) s += entry(i, r) * entry(j, r);
    return s;
  });
}
