import type { LightLevel } from "../theme/palette.ts";
import { sparkGeometry } from "./sparkGeometry.ts";

export interface SparkProps {
  values: readonly (number | null)[];
  width?: number;
  height?: number;
  /** Colours the last point. */
  light?: LightLevel | null;
  /** The normal band, shaded. */
  band?: readonly [number, number] | null;
}

/** A line the size of a word. It repeats what stands beside it, so screen readers pass over it. */
export function Spark({ values, width = 120, height = 34, light = null, band = null }: SparkProps) {
  const g = sparkGeometry(values, { width, height, padding: 4 }, band);
  const dot = light !== null && light !== 3 ? `var(--l${light})` : "var(--ink2)";
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
      className="block h-auto max-w-full"
    >
      {g.band && <rect x={0} width={width} y={g.band.y} height={g.band.height} fill="var(--l3)" />}
      <path d={g.path} fill="none" stroke="var(--ink2)" strokeWidth={1.6} strokeLinejoin="round" />
      {g.dots.map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r={1.4} fill="var(--ink2)" />
      ))}
      {g.end && (
        <circle cx={g.end[0]} cy={g.end[1]} r={3.6} fill={dot} stroke="var(--surface)" strokeWidth={1.4} />
      )}
    </svg>
  );
}
