import { distancePosition, REACH } from "./distancePosition.ts";

const TICKS = Array.from({ length: 2 * REACH - 1 }, (_, i) => i - REACH + 1).filter((d) => d !== 0);

/** How far a signal is from its threshold: safe at the left, past it at the right, ticks one standard deviation apart. */
export function DistanceScale({ distance, label }: { distance: number; label: string }) {
  const { at, beyond } = distancePosition(distance);
  const past = distance <= 0;
  return (
    <div role="img" aria-label={label} className="relative h-6 w-full min-w-[9rem]">
      <div className="absolute inset-x-0 top-[.6rem] h-[.3rem] rounded-full bg-sunken" />
      <div className="absolute top-[.6rem] right-0 left-1/2 h-[.3rem] rounded-r-full bg-late/40" />
      {TICKS.map((d) => (
        <i
          key={d}
          className="absolute top-[.5rem] h-[.5rem] w-px bg-line"
          style={{ left: `${50 - (d / REACH) * 50}%` }}
        />
      ))}
      <i className="absolute top-[.1rem] left-1/2 h-[1.3rem] w-0.5 -translate-x-1/2 bg-ink3" />
      <i
        className={`absolute top-[.3rem] size-[.9rem] -translate-x-1/2 rotate-45 border-2 ${past ? "border-ink bg-ink" : "border-ink bg-surface"} ${beyond ? "opacity-70" : ""}`}
        style={{ left: `clamp(.5rem, ${at}%, calc(100% - .5rem))` }}
      />
    </div>
  );
}
