import { estimatedCount } from "./arimaAt.ts";
import type { ArimaOrder } from "./arimaOrder.ts";

/** The largest p, q, P and Q of a search. */
export interface OrderBounds {
  p: number;
  q: number;
  P: number;
  Q: number;
}

/** With every order of a full search at most this many coefficients. */
const MOST_TOGETHER = 5;

/** Plain and seasonal parts that the walk sets out from, every pair of them. */
const PLAIN_STARTS = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
  [2, 1],
  [2, 2],
] as const;
const SEASONAL_STARTS = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;

/** Two dozen small orders, every pair of a plain and a seasonal part, and the bare differences. */
export function wideStarts(m: number, d: number, D: number): ArimaOrder[] {
  const base = { d, D, m, constant: d + D <= 1 };
  const seasonal = m > 1 ? SEASONAL_STARTS : SEASONAL_STARTS.slice(0, 1);
  const all = PLAIN_STARTS.flatMap(([p, q]) => seasonal.map(([P, Q]) => ({ ...base, p, q, P, Q })));
  return [...all, { ...base, p: 0, q: 0, P: 0, Q: 0, constant: false }];
}

/** The four of Hyndman & Khandakar, and the bare differences. */
export function fourStarts(m: number, d: number, D: number): ArimaOrder[] {
  const seasonal = m > 1 ? 1 : 0;
  const base = { d, D, m, constant: d + D <= 1 };
  return [
    { ...base, p: 2, q: 2, P: seasonal, Q: seasonal },
    { ...base, p: 0, q: 0, P: 0, Q: 0 },
    { ...base, p: 1, q: 0, P: seasonal, Q: 0 },
    { ...base, p: 0, q: 1, P: 0, Q: seasonal },
    { ...base, p: 0, q: 0, P: 0, Q: 0, constant: false },
  ];
}

/**
 * One more or less of each part, of both plain and of both seasonal parts; `wide`: two more or
 * less of a seasonal part, and one for the other. */
export function neighbours(o: ArimaOrder, wide: boolean): ArimaOrder[] {
  const near: ArimaOrder[] = [];
  for (const step of [1, -1]) {
    near.push({ ...o, P: o.P + step }, { ...o, Q: o.Q + step }, { ...o, P: o.P + step, Q: o.Q + step });
    near.push({ ...o, p: o.p + step }, { ...o, q: o.q + step }, { ...o, p: o.p + step, q: o.q + step });
  }
  near.push({ ...o, constant: !o.constant });
  // One seasonal term may gain nothing where two do.
  if (wide)
    for (const step of [1, -1]) {
      near.push({ ...o, P: o.P + 2 * step }, { ...o, Q: o.Q + 2 * step });
      near.push({ ...o, P: o.P + step, Q: o.Q - step }, { ...o, p: o.p + step, q: o.q - step });
    }
  return near;
}

/** Every order within the bounds. */
export function allOrders(m: number, d: number, D: number, most: OrderBounds): ArimaOrder[] {
  const upTo = (n: number) => Array.from({ length: n + 1 }, (_, i) => i);
  return upTo(most.p).flatMap((p) =>
    upTo(most.q).flatMap((q) =>
      upTo(most.P).flatMap((P) =>
        upTo(most.Q)
          .filter((Q) => p + q + P + Q <= MOST_TOGETHER)
          .flatMap((Q) => [true, false].map((constant) => ({ p, d, q, P, D, Q, m, constant }))),
      ),
    ),
  );
}

/** Whether an order is within the bounds and n figures are enough for it. */
export function allowed(o: ArimaOrder, n: number, drivers: number, most: OrderBounds): boolean {
  const inRange = (["p", "q", "P", "Q"] as const).every((k) => o[k] >= 0 && o[k] <= most[k]);
  const seasonAllowed = o.m > 1 || (o.P === 0 && o.Q === 0);
  const constantAllowed = !o.constant || o.d + o.D <= 1;
  const left = n - o.d - o.m * o.D;
  // A seasonal coefficient needs three seasons to be seen in, any coefficient five figures of its own.
  const enough = left >= 5 * (estimatedCount(o) + drivers + 1) && (o.P + o.Q === 0 || left >= 3 * o.m);
  return inRange && seasonAllowed && constantAllowed && enough;
}
