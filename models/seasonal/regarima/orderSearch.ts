import type { ArimaOrder } from "../../arima/arimaOrder.ts";
import { fitRegarima } from "./fitRegarima.ts";
import { regarimaData } from "./regarimaData.ts";

export interface RankedOrder {
  order: ArimaOrder;
  /** (−2 log L + k log n)/n, k with the variance. */
  bic2: number;
}

export interface OrderSearch {
  /** Highest plain and seasonal AR and MA order. */
  most: { plain: number; seasonal: number };
  /** Whether a factor may hold AR and MA terms together. */
  mixed: boolean;
  /** Whether, of models nearly alike, the one whose AR and MA sides are of equal degree is preferred. */
  balanced: boolean;
}

const KEPT = 5;

/**
 * Orders of the ARMA part of a linearised series by BIC: the seasonal orders with an AR(3) beside them, then the plain orders
 * with the best seasonal ones, then the seasonal ones again. Among the five best one of fewer terms (or better balanced) within
 * a little of the best is preferred. Returns the best five, the chosen one first.
 * Gómez & Maravall (2001), §7.4; X-13ARIMA-SEATS Reference Manual, §7.2.
 */
export function orderSearch(
  y: Float64Array,
  base: Pick<ArimaOrder, "d" | "D" | "m" | "constant">,
  search: OrderSearch,
): { chosen: ArimaOrder; best: readonly RankedOrder[] } | null {
  let best: RankedOrder[] = [];
  const tried = new Map<string, number>();
  const attempt = (p: number, q: number, P: number, Q: number): void => {
    if (!search.mixed && ((p > 0 && q > 0) || (P > 0 && Q > 0))) return;
    const order = { ...base, p, q, P, Q };
    const key = `${p} ${q} ${P} ${Q}`;
    const known = tried.get(key);
    const bic2 = known ?? bicOf(y, order);
    tried.set(key, bic2);
    if (!Number.isFinite(bic2) || best.some((b) => same(b.order, order))) return;
    best = [...best, { order, bic2 }].sort((a, b) => a.bic2 - b.bic2).slice(0, KEPT);
  };
  const most = search.most;
  let P = 0;
  let Q = 0;
  if (base.m > 1) {
    for (let i = 0; i <= most.seasonal; i++) for (let j = 0; j <= most.seasonal; j++) attempt(3, 0, i, j);
    if (best.length === 0) return null;
    P = best[0]!.order.P;
    Q = best[0]!.order.Q;
    if (most.plain < 3) best = [];
  }
  for (let i = 0; i <= most.plain; i++) for (let j = 0; j <= most.plain; j++) attempt(i, j, P, Q);
  if (best.length === 0) return null;
  if (base.m > 1) {
    const empty = terms(best[0]!.order) === 0 && best.length > 1;
    const { p, q } = best[empty ? 1 : 0]!.order;
    const mostP = most.seasonal < 2 && base.D === 1 ? 0 : most.seasonal;
    for (let i = 0; i <= mostP; i++) for (let j = 0; j <= most.seasonal; j++) attempt(p, q, i, j);
  }
  const at = preferred(best, search.balanced);
  const empty = terms(best[at]!.order) === 0 && at + 1 < best.length;
  return { chosen: best[empty ? at + 1 : at]!.order, best };
}

const terms = (o: ArimaOrder): number => o.p + o.q + o.P + o.Q;
const same = (a: ArimaOrder, b: ArimaOrder): boolean =>
  a.p === b.p && a.q === b.q && a.P === b.P && a.Q === b.Q;

function bicOf(y: Float64Array, order: ArimaOrder): number {
  try {
    const fit = fitRegarima(regarimaData(y, order, []), { rough: true });
    const k = terms(order) + (order.constant ? 1 : 0) + 1;
    return (-2 * fit.logLikelihood + k * Math.log(fit.n)) / fit.n;
  } catch {
    // Too short for this order: it is not among the candidates.
    return Number.POSITIVE_INFINITY;
  }
}

/** Index of the model preferred among the ranked ones: fewer terms, or better balance, within a small distance in BIC. */
function preferred(best: readonly RankedOrder[], balanced: boolean): number {
  const spread = Math.abs(best[0]!.bic2 - best.at(-1)!.bic2);
  const share = spread < 0.003 ? 0.0625 : spread < 0.03 ? 0.25 : 1;
  let limits = { wide: 0.01 * share, narrow: 0.0025 * share, middle: 0.0075 * share };
  let at = 0;
  for (let i = 1; i < best.length; i++) {
    const a = shape(best[at]!.order);
    const b = shape(best[i]!.order);
    const gap = Math.abs(best[i]!.bic2 - best[at]!.bic2);
    const sameCounts = a.plain === b.plain && a.seasonal === b.seasonal;
    const better =
      (balanced &&
        ((sameCounts && (b.lean < a.lean || b.leanS < a.leanS) && gap <= limits.wide) ||
          (b.lean === 0 && b.leanS === 0 && gap < limits.narrow) ||
          (b.lean === 0 && b.plain > a.plain && b.seasonal === a.seasonal && gap < limits.narrow) ||
          (b.leanS === 0 && b.seasonal > a.seasonal && b.plain === a.plain && gap < limits.narrow))) ||
      (i === 1 && a.plain === 0 && b.plain === 1 && a.seasonal === b.seasonal && gap < limits.narrow) ||
      (b.plain < a.plain && b.plain > 0 && b.seasonal === a.seasonal && gap < limits.narrow) ||
      (b.seasonal < a.seasonal && b.seasonal > 0 && b.plain === a.plain && gap < limits.narrow) ||
      (best[i]!.order.p < best[at]!.order.p &&
        best[i]!.order.q === best[at]!.order.q &&
        b.plain > 0 &&
        b.seasonal === a.seasonal &&
        gap < limits.middle);
    if (!better) continue;
    const used = Math.abs(best[0]!.bic2 - best[i]!.bic2);
    limits = { wide: limits.wide - used, narrow: limits.narrow - used, middle: limits.middle - used };
    at = i;
  }
  return at;
}

function shape(o: ArimaOrder): { plain: number; seasonal: number; lean: number; leanS: number } {
  return {
    plain: o.p + o.q,
    seasonal: o.P + o.Q,
    lean: Math.abs(o.p + o.d - o.q),
    leanS: Math.abs(o.P + o.D - o.Q),
  };
}
