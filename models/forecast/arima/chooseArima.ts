import { bridged } from "./arimaLikelihood.ts";
import { type ArimaOrder, orderName } from "./arimaOrder.ts";
import { type ArimaFit, estimatedCount, fitArima } from "./fitArima.ts";
import { orderOfDifferencing } from "./orderOfDifferencing.ts";

const MOST = { p: 3, q: 3, P: 1, Q: 1 } as const;
/** Orders tried at most: the search is bounded whatever the series. */
const MOST_TRIED = 40;
/** A fit whose AR part comes this near a unit root has a difference too few to be trusted. */
const TOO_NEAR_UNIT_ROOT = 0.995;

/**
 * The order with the lowest AICc along a stepwise walk: four starting orders, then the best one's neighbours (one
 * more or less of p, q, P, Q, of p and q together, with or without a constant) until none is better.
 * The walk looks at y with gaps bridged by straight lines, where a likelihood takes microseconds; the order it ends
 * with is then fitted exactly, gaps as gaps. Every likelihood is exact: no conditional sums of squares.
 * Hyndman & Khandakar (2008), Automatic time series forecasting: the forecast package for R, JSS 27(3).
 * null when not even the mean or the random walk can be fitted (a series that never moves).
 */
export function chooseArima(y: Float64Array, m: number): ArimaFit | null {
  const filled = bridged(y);
  const { d, D } = orderOfDifferencing(filled, m);
  const tried = new Map<string, ArimaFit | null>();
  const attempt = (order: ArimaOrder, from: ArimaFit | null = null): ArimaFit | null => {
    const name = orderName(order);
    const known = tried.get(name);
    if (known !== undefined) return known;
    const start = from ? { start: startFrom(from, order) } : {};
    const open = tried.size < MOST_TRIED && allowed(order, filled.length);
    const fit = open ? fitArima(filled, order, { rough: true, ...start }) : null;
    const usable = fit && fit.nearUnitRoot < TOO_NEAR_UNIT_ROOT ? fit : null;
    tried.set(name, usable);
    return usable;
  };
  let best: ArimaFit | null = null;
  for (const order of firstOrders(m, d, D)) best = better(best, attempt(order));
  for (let improved = best !== null; improved && best; ) {
    const from: ArimaFit = best;
    for (const order of neighbours(from.order)) best = better(best, attempt(order, from));
    improved = best !== from;
  }
  return best && fitArima(y, best.order, { start: best.coordinates });
}

/** Where a new coefficient starts: at zero a new AR and a new MA term would cancel and feel no slope. */
const FRESH = 0.2;
/** The neighbour’s coordinates where both orders have them, a small step for what is new. */
function startFrom(fit: ArimaFit, order: ArimaOrder): Float64Array {
  const out: number[] = [];
  let at = 0;
  for (const block of ["p", "q", "P", "Q"] as const) {
    for (let i = 0; i < order[block]; i++) out.push(i < fit.order[block] ? fit.coordinates[at + i]! : FRESH);
    at += fit.order[block];
  }
  return Float64Array.from(out);
}

const better = (a: ArimaFit | null, b: ArimaFit | null): ArimaFit | null =>
  b && (!a || b.aicc < a.aicc - 1e-9) ? b : a;

function firstOrders(m: number, d: number, D: number): ArimaOrder[] {
  const seasonal = m > 1 ? 1 : 0;
  const constant = d + D <= 1;
  const base = { d, D, m, constant };
  return [
    { ...base, p: 2, q: 2, P: seasonal, Q: seasonal },
    { ...base, p: 0, q: 0, P: 0, Q: 0 },
    { ...base, p: 1, q: 0, P: seasonal, Q: 0 },
    { ...base, p: 0, q: 1, P: 0, Q: seasonal },
    { ...base, p: 0, q: 0, P: 0, Q: 0, constant: false },
  ];
}

function neighbours(o: ArimaOrder): ArimaOrder[] {
  const near: ArimaOrder[] = [];
  for (const step of [1, -1]) {
    near.push({ ...o, P: o.P + step }, { ...o, Q: o.Q + step }, { ...o, P: o.P + step, Q: o.Q + step });
    near.push({ ...o, p: o.p + step }, { ...o, q: o.q + step }, { ...o, p: o.p + step, q: o.q + step });
  }
  near.push({ ...o, constant: !o.constant });
  return near;
}

function allowed(o: ArimaOrder, n: number): boolean {
  const inRange = (["p", "q", "P", "Q"] as const).every((k) => o[k] >= 0 && o[k] <= MOST[k]);
  const seasonAllowed = o.m > 1 || (o.P === 0 && o.Q === 0);
  const constantAllowed = !o.constant || o.d + o.D <= 1;
  const left = n - o.d - o.m * o.D;
  // A seasonal coefficient needs three seasons to be seen in, any coefficient five figures of its own.
  const enough = left >= 5 * (estimatedCount(o) + 1) && (o.P + o.Q === 0 || left >= 3 * o.m);
  return inRange && seasonAllowed && constantAllowed && enough;
}
