import type { LightCell } from "../../../server/routers/views.ts";

export interface LightRun {
  light: NonNullable<LightCell["light"]>;
  /** Periods in a row, the newest included; periods whose light is carried for want of a figure do not count. */
  periods: number;
}

/** How long the present light has lasted; null where there is none. */
export function lightRun(cells: readonly LightCell[]): LightRun | null {
  const lit = cells.filter((c) => c.light !== null && !c.carried);
  const light = lit.at(-1)?.light ?? null;
  if (light === null) return null;
  let periods = 0;
  for (let i = lit.length - 1; i >= 0 && lit[i]?.light === light; i--) periods++;
  return { light, periods };
}
