export interface Complex {
  re: number;
  im: number;
}

const MOST_ITERATIONS = 500;

/**
 * Roots of c₀ + c₁z + … + c_n zⁿ, by Aberth's simultaneous iteration
 *   zᵢ ← zᵢ − N/(1 − N Σ_{j≠i} 1/(zᵢ − zⱼ)),  N = p(zᵢ)/p′(zᵢ)
 * started on circles of the coefficients' size, for degrees of tens. Leading coefficients of 0 are dropped; a constant has no
 * roots. Aberth (1973), Iteration methods for finding all zeros of a polynomial simultaneously, Math. Comp. 27.
 */
export function polynomialRoots(coefficients: ArrayLike<number>): Complex[] {
  let degree = coefficients.length - 1;
  while (degree > 0 && coefficients[degree] === 0) degree--;
  let zeros = 0;
  while (zeros < degree && coefficients[zeros] === 0) zeros++;
  const c = Array.from(coefficients).slice(zeros, degree + 1);
  const n = c.length - 1;
  if (n < 1) return Array.from({ length: zeros }, () => ({ re: 0, im: 0 }));
  const radius = Math.max(Math.abs(c[0]! / c[n]!) ** (1 / n), 1e-12);
  const re = Float64Array.from({ length: n }, (_, i) => radius * Math.cos((2 * Math.PI * i) / n + 0.4));
  const im = Float64Array.from({ length: n }, (_, i) => radius * Math.sin((2 * Math.PI * i) / n + 0.4));
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
    let largest = 0;
    for (let i = 0; i < n; i++) {
      const step = aberthStep(c, re, im, i);
      if (!step) continue;
      re[i] = re[i]! - step.re;
      im[i] = im[i]! - step.im;
      largest = Math.max(
        largest,
        Math.hypot(step.re, step.im) / Math.max(Math.hypot(re[i]!, im[i]!), 1e-300),
      );
    }
    if (largest < 1e-15) break;
  }
  return [
    ...Array.from({ length: zeros }, () => ({ re: 0, im: 0 })),
    ...Array.from(re, (v, i) => ({ re: v, im: im[i]! })),
  ];
}

/** Aberth's step of root i; null where the polynomial vanishes there. */
function aberthStep(c: readonly number[], re: Float64Array, im: Float64Array, i: number): Complex | null {
  const x = re[i]!;
  const y = im[i]!;
  let pr = 0;
  let pi = 0;
  let dr = 0;
  let di = 0;
  for (let k = c.length - 1; k >= 0; k--) {
    const nextDr = dr * x - di * y + pr;
    di = dr * y + di * x + pi;
    dr = nextDr;
    const nextPr = pr * x - pi * y + c[k]!;
    pi = pr * y + pi * x;
    pr = nextPr;
  }
  if (pr === 0 && pi === 0) return null;
  // 1/N = p′/p, so the step is 1/(p′/p − Σ 1/(zᵢ − zⱼ)).
  const size = pr * pr + pi * pi;
  let qr = (dr * pr + di * pi) / size;
  let qi = (di * pr - dr * pi) / size;
  for (let j = 0; j < re.length; j++) {
    if (j === i) continue;
    const ar = x - re[j]!;
    const ai = y - im[j]!;
    const square = ar * ar + ai * ai;
    if (square === 0) continue;
    qr -= ar / square;
    qi += ai / square;
  }
  const whole = qr * qr + qi * qi;
  return whole === 0 ? null : { re: qr / whole, im: -qi / whole };
}
