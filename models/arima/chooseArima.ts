import { leastSquares } from "../statistics/leastSquares.ts";
import type { ArimaFit } from "./arimaAt.ts";
import { bridged } from "./arimaData.ts";
import { type ArimaOrder, orderName } from "./arimaOrder.ts";
import { fitArima } from "./fitArima.ts";
import { allOrders, allowed, fourStarts, neighbours, type OrderBounds, wideStarts } from "./nearbyOrders.ts";
import { orderOfDifferencing } from "./orderOfDifferencing.ts";

export interface ArimaChoice {
  most?: OrderBounds;
  /** Orders tried at most: the search is bounded whatever the series. */
  mostTried?: number;
  /** Differences taken; otherwise `orderOfDifferencing` decides, beside drivers on what least squares leaves. */
  differences?: { d: number; D: number };
  /** Whether a constant may be chosen where d + D ≤ 1. */
  constant?: boolean;
  /** Regressors of the levels, without gaps, in every order tried. */
  drivers?: readonly Float64Array[];
  /** Whether a fit whose MA part comes near a unit root (a difference too many, a fixed season) is passed over. */
  invertible?: boolean;
  /**
   * `wide`: two dozen small starts, the neighbours of the best three orders; `plain`: Hyndman and Khandakar's four starts,
   * the best order's neighbours; `all` orders within the bounds with p + q + P + Q ≤ 5.
   */
  search?: "wide" | "plain" | "all";
}

const WIDE: OrderBounds = { p: 5, q: 5, P: 2, Q: 2 };
const MOST_TRIED = 120;
const BREADTH = 3;
/** A fit whose AR part comes this near a unit root has a difference too few to be trusted, in its MA part one too many. */
const TOO_NEAR_UNIT_ROOT = 0.995;
/** Rough fits are comparable to about this much AICc: those as near to the best are fitted finely before one is named. */
const ROUGH_SPREAD = 0.5;
const FINALISTS = 3;

/**
 * The order with the lowest AICc along a stepwise walk: from a few starting orders to the neighbours of the best (one
 * more or less of p, q, P, Q, of p and q or of P and Q together, with or without a constant) until these have none that
 * is better; the nearest of them are then fitted finely.
 * The walk looks at y with gaps bridged by straight lines, where a likelihood takes microseconds; the order it ends
 * with is fitted exactly, gaps as gaps. Every likelihood is exact: no conditional sums of squares.
 * Hyndman & Khandakar (2008), Automatic time series forecasting: the forecast package for R, JSS 27(3).
 * null when not even the mean or the random walk can be fitted (a series that never moves).
 */
export function chooseArima(y: Float64Array, m: number, choice: ArimaChoice = {}): ArimaFit | null {
  const { most = WIDE, mostTried = MOST_TRIED, constant = true, invertible = true } = choice;
  const { drivers = [], search = "wide" } = choice;
  const filled = bridged(y);
  const { d, D } = choice.differences ?? orderOfDifferencing(besideDrivers(filled, drivers), m);
  const tried = new Map<string, ArimaFit | null>();
  const attempt = (order: ArimaOrder, from: ArimaFit | null = null): ArimaFit | null => {
    const name = orderName(order);
    const known = tried.get(name);
    if (known !== undefined) return known;
    const start = from ? { start: startFrom(from, order) } : {};
    const open =
      (search === "all" || tried.size < mostTried) &&
      (constant || !order.constant) &&
      allowed(order, filled.length, drivers.length, most);
    const fit = open ? fitArima(filled, order, { rough: true, drivers, ...start }) : null;
    const edge = fit && (invertible ? Math.max(fit.nearUnitRoot, fit.nearNoninvertible) : fit.nearUnitRoot);
    const usable = edge !== null && edge < TOO_NEAR_UNIT_ROOT ? fit : null;
    tried.set(name, usable);
    return usable;
  };
  if (search === "all") for (const order of allOrders(m, d, D, most)) attempt(order);
  else {
    const wide = search === "wide";
    for (const order of wide ? wideStarts(m, d, D) : fourStarts(m, d, D)) attempt(order);
    const left = new Set<ArimaFit>();
    for (;;) {
      const leaders = ranked(tried.values()).slice(0, wide ? BREADTH : 1);
      const next = leaders.find((f) => !left.has(f));
      if (!next) break;
      left.add(next);
      for (const order of neighbours(next.order, wide)) attempt(order, next);
    }
  }
  return finest(y, drivers, ranked(tried.values()).slice(0, search === "plain" ? 1 : FINALISTS));
}

const ranked = (tried: Iterable<ArimaFit | null>): ArimaFit[] =>
  [...tried].filter((f) => f !== null).toSorted((a, b) => a.aicc - b.aicc);

/** The best of the finalists, fitted finely on the series as it is. */
function finest(
  y: Float64Array,
  drivers: readonly Float64Array[],
  ranked: readonly ArimaFit[],
): ArimaFit | null {
  const near = ranked.filter((f) => f.aicc < ranked[0]!.aicc + ROUGH_SPREAD);
  let best: ArimaFit | null = null;
  for (const { order, coordinates } of near)
    best = better(best, fitArima(y, order, { start: coordinates, drivers }));
  return best;
}

/** What least squares on the drivers and a mean leaves of y. */
function besideDrivers(y: Float64Array, drivers: readonly Float64Array[]): Float64Array {
  if (drivers.length === 0) return y;
  const around = [y, ...drivers].map((x) => {
    const mean = x.reduce((a, v) => a + v, 0) / x.length;
    return x.map((v) => v - mean);
  });
  const [centred, ...columns] = around;
  const { coefficients } = leastSquares(centred!, columns);
  return centred!.map((v, t) => v - columns.reduce((s, x, i) => s + coefficients[i]! * x[t]!, 0));
}

/** The lower AICc. */
const better = (a: ArimaFit | null, b: ArimaFit | null): ArimaFit | null =>
  b && (!a || b.aicc < a.aicc - 1e-9) ? b : a;

/** Where a new coefficient starts: apart from each other, as a new AR and a new MA term of one size would cancel. */
const FRESH = { p: 0.2, q: -0.2, P: 0.2, Q: -0.2 } as const;
/** The neighbour’s coordinates where both orders have them, a small step for what is new. */
function startFrom(fit: ArimaFit, order: ArimaOrder): Float64Array {
  const out: number[] = [];
  let at = 0;
  for (const block of ["p", "q", "P", "Q"] as const) {
    for (let i = 0; i < order[block]; i++)
      out.push(i < fit.order[block] ? fit.coordinates[at + i]! : FRESH[block]);
    at += fit.order[block];
  }
  return Float64Array.from(out);
}
