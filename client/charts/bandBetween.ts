import type { ChartOption } from "./drawing.ts";

/**
 * The space between two lines, in axis units: an invisible lower line, and the width stacked upon it with `stackStrategy: "all"`, so
 * that a band may cross zero. Nothing is drawn where either is unknown. `look` goes to the visible part.
 */
export function bandBetween(
  lower: readonly (number | null)[],
  upper: readonly (number | null)[],
  look: ChartOption,
  stack = "band",
): ChartOption[] {
  const shared = {
    type: "line",
    stack,
    stackStrategy: "all",
    symbol: "none",
    silent: true,
    lineStyle: { opacity: 0 },
  };
  const width = upper.map((high, i) => {
    const low = lower[i] ?? null;
    return high === null || low === null ? null : high - low;
  });
  return [
    { ...shared, data: lower },
    { ...shared, ...look, data: width },
  ];
}
