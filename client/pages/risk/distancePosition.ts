/** Standard deviations shown on either side of the threshold. */
export const REACH = 3;

/**
 * Where a signal stands on a scale from safe (left, 0) to dangerous (right, 100), in percent; its threshold is at 50.
 * `distance` in standard deviations, above 0 not reached. Farther than the scale reaches stands at its end, marked as beyond.
 */
export function distancePosition(distance: number): { at: number; beyond: boolean } {
  const beyond = Math.abs(distance) > REACH;
  const held = Math.max(-REACH, Math.min(REACH, distance));
  return { at: 50 - (held / REACH) * 50, beyond };
}
