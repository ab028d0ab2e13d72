export interface Scale {
  min: number;
  max: number;
  interval: number;
  /** Decimals that tell the ticks apart. */
  decimals: number;
}

/**
 * Round axis ends and steps of 1, 2, 2.5 or 5 × 10ⁿ around the values, some `ticks` of them.
 * `zero` keeps zero on the axis (bars start at zero or they lie).
 */
export function niceScale(values: readonly (number | null)[], ticks = 5, zero = false): Scale {
  const known = values.filter((v): v is number => v !== null && Number.isFinite(v));
  if (zero) known.push(0);
  if (known.length === 0) return { min: 0, max: 1, interval: 0.25, decimals: 2 };
  let low = known[0]!;
  let high = known[0]!;
  for (const v of known) {
    if (v < low) low = v;
    if (v > high) high = v;
  }
  if (low === high) {
    const room = Math.abs(low) > 0 ? Math.abs(low) * 0.1 : 1;
    low -= room;
    high += room;
  }
  const interval = niceStep((high - low) / ticks);
  const steps = (x: number, round: (n: number) => number): number =>
    Number((round(Number((x / interval).toPrecision(12))) * interval).toPrecision(12));
  return {
    min: steps(low, Math.floor),
    max: steps(high, Math.ceil),
    interval,
    decimals: decimalsOf(interval),
  };
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const fraction = rough / power;
  const nice = fraction <= 1 ? 1 : fraction <= 2 ? 2 : fraction <= 2.5 ? 2.5 : fraction <= 5 ? 5 : 10;
  return Number((nice * power).toPrecision(12));
}

function decimalsOf(step: number): number {
  for (let d = 0; d < 8; d++) if (Math.abs(step * 10 ** d - Math.round(step * 10 ** d)) < 1e-9) return d;
  return 8;
}
