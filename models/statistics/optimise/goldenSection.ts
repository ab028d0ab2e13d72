const RATIO = (3 - Math.sqrt(5)) / 2;

/**
 * The lowest point of a function of one variable between `low` and `high`, by golden section with parabolic steps.
 * `tolerance`: width of x left at the end. Brent (1973), Algorithms for Minimization without Derivatives, chapter 5.
 */
export function minimiseBetween(
  f: (x: number) => number,
  low: number,
  high: number,
  tolerance = 1e-8,
): { x: number; value: number } {
  let a = low;
  let b = high;
  let x = a + RATIO * (b - a);
  let w = x;
  let v = x;
  let fx = f(x);
  let fw = fx;
  let fv = fx;
  let d = 0;
  let e = 0;
  for (let i = 0; i < 500; i++) {
    const middle = 0.5 * (a + b);
    const t = 1e-11 * Math.abs(x) + tolerance / 3;
    if (Math.abs(x - middle) <= 2 * t - 0.5 * (b - a)) break;
    let p = 0;
    let q = 0;
    let r = 0;
    if (Math.abs(e) > t) {
      r = (x - w) * (fx - fv);
      q = (x - v) * (fx - fw);
      p = (x - v) * q - (x - w) * r;
      q = 2 * (q - r);
      if (q > 0) p = -p;
      else q = -q;
      r = e;
      e = d;
    }
    if (Math.abs(p) < Math.abs(0.5 * q * r) && p > q * (a - x) && p < q * (b - x)) {
      d = p / q;
      const u = x + d;
      if (u - a < 2 * t || b - u < 2 * t) d = x < middle ? t : -t;
    } else {
      e = x < middle ? b - x : a - x;
      d = RATIO * e;
    }
    const u = Math.abs(d) >= t ? x + d : x + (d > 0 ? t : -t);
    const fu = f(u);
    if (fu <= fx) {
      if (u < x) b = x;
      else a = x;
      v = w;
      fv = fw;
      w = x;
      fw = fx;
      x = u;
      fx = fu;
    } else {
      if (u < x) a = u;
      else b = u;
      if (fu <= fw || w === x) {
        v = w;
        fv = fw;
        w = u;
        fw = fu;
      } else if (fu <= fv || v === x || v === w) {
        v = u;
        fv = fu;
      }
    }
  }
  return { x, value: fx };
}
