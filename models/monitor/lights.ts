import { AppError } from "../errors.ts";
import type { Orientation, Words } from "../indicators/indicator.ts";
import type { IsoDate } from "../series/date.ts";

/** 1 过冷 blue · 2 偏冷 light blue · 3 正常 green · 4 偏热 yellow · 5 过热 red */
export type Light = 1 | 2 | 3 | 4 | 5;

/** b1 < b2 < b3 < b4 in the unit of the figure; green lies in [b2, b3). */
export type Bounds = readonly [number, number, number, number];

/**
 * Bounds as dated data: in force from `validFrom` until the next row of the same preset and indicator.
 * The same fields as the base keeps (`LightBounds` of the bounds store).
 */
export interface BoundsRow {
  preset: string;
  indicator: string;
  bounds: Bounds;
  methodZh: string;
  methodEn: string;
  validFrom: IsoDate;
  approvedBy: string;
}

/** The five states in words; colour is never the only carrier. */
export const LIGHT_WORDS: Readonly<Record<Light, Words>> = {
  1: { zh: "过冷", en: "too cold" },
  2: { zh: "偏冷", en: "cool" },
  3: { zh: "正常", en: "normal" },
  4: { zh: "偏热", en: "warm" },
  5: { zh: "过热", en: "overheated" },
};

/**
 * The light of a figure.
 *   x < b1 → 1 · [b1, b2) → 2 · [b2, b3) → 3 · [b3, b4) → 4 · x ≥ b4 → 5
 * Lights say hot and cold, not good and bad, so only figures that run against the economy are mirrored: for
 * `lower-is-better` (unemployment) a high figure is cold: x > b4 → 1, (b3, b4] → 2, (b2, b3] → 3, (b1, b2] → 4, x ≤ b1 → 5.
 * The data are never sign-flipped. 毕大川、刘树成《经济周期与预警系统》1990; METHODS: five-colour lights.
 */
export function lightOf(value: number, bounds: Bounds, orientation: Orientation = "higher-is-better"): Light {
  checkBounds(bounds);
  if (!Number.isFinite(value))
    throw new AppError("invalid-input", `a light needs a finite figure; found ${value}`);
  const below = orientation === "lower-is-better" ? (b: number) => value <= b : (b: number) => value < b;
  const zone = (1 + bounds.filter((b) => !below(b)).length) as Light;
  return orientation === "lower-is-better" ? ((6 - zone) as Light) : zone;
}

/** Throws AppError("invalid-input") unless the four bounds are finite and rise. */
export function checkBounds(bounds: Bounds): void {
  const rising = bounds.every((b, i) => Number.isFinite(b) && (i === 0 || b > bounds[i - 1]!));
  if (!rising)
    throw new AppError(
      "invalid-input",
      `light bounds must be four finite, rising numbers; found ${bounds.join(", ")}`,
    );
}

/** The row in force on a day: the newest `validFrom` up to it; null before the first. */
export function boundsInForce(
  rows: readonly BoundsRow[],
  preset: string,
  indicator: string,
  date: IsoDate,
): BoundsRow | null {
  let held: BoundsRow | null = null;
  for (const row of rows) {
    if (row.preset !== preset || row.indicator !== indicator || row.validFrom > date) continue;
    if (held === null || row.validFrom >= held.validFrom) held = row;
  }
  return held;
}

/**
 * How far the figure is from its next bound, in its own unit: `distance` > 0 must be added (or taken away when
 * `step` is −1) to reach the neighbouring light `towards`. The nearer of the two neighbours.
 */
export function nextBound(
  value: number,
  bounds: Bounds,
  orientation: Orientation = "higher-is-better",
): { distance: number; step: 1 | -1; towards: Light } {
  const light = lightOf(value, bounds, orientation);
  const mirrored = orientation === "lower-is-better";
  const zone = mirrored ? 6 - light : light;
  const up = zone < 5 ? bounds[zone - 1]! - value : Number.POSITIVE_INFINITY;
  const down = zone > 1 ? value - bounds[zone - 2]! : Number.POSITIVE_INFINITY;
  const upward = up <= down;
  const towardsZone = upward ? zone + 1 : zone - 1;
  return {
    distance: upward ? up : down,
    step: upward ? 1 : -1,
    towards: (mirrored ? 6 - towardsZone : towardsZone) as Light,
  };
}
