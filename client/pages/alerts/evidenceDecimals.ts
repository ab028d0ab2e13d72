const MOST = 2;

/**
 * Decimals of what was found and what was needed, side by side. A figure of two decimals or fewer is shown as it stands;
 * what is computed gets one in percent and percentage points, two elsewhere, and two wherever one would make both look alike.
 */
export function evidenceDecimals(
  v: number,
  row: { value: number | null; threshold: number | null; unit: string },
): number {
  const own = [0, 1, MOST].find((d) => isWhole(v * 10 ** d));
  if (own !== undefined) return own;
  const few = row.unit.startsWith("percent") ? 1 : MOST;
  const { value, threshold } = row;
  const alike =
    value !== null &&
    threshold !== null &&
    value !== threshold &&
    value.toFixed(few) === threshold.toFixed(few);
  return alike ? MOST : few;
}

const isWhole = (x: number): boolean => Math.abs(x - Math.round(x)) < 1e-9;
