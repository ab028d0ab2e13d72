import type { ArimaOrder } from "./arimaOrder.ts";

/** A monthly order for tests: nothing but what is said. */
export const order = (o: Partial<ArimaOrder>): ArimaOrder => ({
  p: 0,
  d: 0,
  q: 0,
  P: 0,
  D: 0,
  Q: 0,
  m: 12,
  constant: false,
  ...o,
});
