import type { ChartKey } from "./drawing.ts";

/** The key of a drawing too narrow to name its lines where they end: line styles differ as well as hues. */
export function ChartKeys({ keys }: { keys: readonly ChartKey[] }) {
  return (
    <ul className="mb-1 flex flex-wrap gap-x-4 gap-y-0.5 text-[.8rem] text-ink2">
      {keys.map((k) => (
        <li key={k.name} className="flex items-center gap-1.5">
          <svg width={26} height={8} aria-hidden="true">
            <line
              x1={0}
              x2={26}
              y1={4}
              y2={4}
              stroke={k.color}
              strokeWidth={3}
              strokeDasharray={k.dash?.join(" ")}
            />
          </svg>
          {k.name}
        </li>
      ))}
    </ul>
  );
}
