import type { ChartContext, ChartOption } from "./drawing.ts";

/** How the ground of a phase is filled: flat where the phase is settled, paler within a dashed edge where it is not. */
export function phaseGround(open: boolean, { palette, dark }: ChartContext): ChartOption {
  return {
    color: dark ? palette.line : palette.sunken,
    opacity: (open ? 0.55 : 1) * (dark ? 0.7 : 1),
    ...(open ? { borderColor: palette.ink3, borderWidth: 1, borderType: "dashed" } : {}),
  };
}
