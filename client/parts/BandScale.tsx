import { partsWords } from "../words/parts.ts";
import { useWords } from "../words/useWords.ts";
import { bandPositions } from "./bandPositions.ts";

export interface BandScaleProps {
  value: number;
  bounds: readonly [number, number, number, number];
  scale: readonly [number, number];
  /** The months before, oldest first: fading dots under the scale. */
  trail: readonly number[];
  /** e.g. “本月 95.2”. */
  label: string;
  /** The whole in words, for those who do not see it. */
  description: string;
  /** How a bound is written. */
  format(value: number): string;
}

/** Where an index stands between five zones: a straight scale reads better than a dial and takes less room. */
export function BandScale({ value, bounds, scale, trail, label, description, format }: BandScaleProps) {
  const w = useWords(partsWords);
  const { zones, at } = bandPositions(bounds, scale);
  const x = at(value);
  // The label stays inside the card at both ends.
  const anchor = x < 12 ? "0" : x > 88 ? "-100%" : "-50%";
  return (
    <div role="img" aria-label={description} className="num relative pt-9 pb-7">
      <div className="relative flex h-9 overflow-hidden rounded">
        {zones.map((z) => (
          <div
            key={z.light}
            className="grid place-items-center overflow-hidden text-[.82rem] font-semibold whitespace-nowrap"
            style={{ width: `${z.width}%`, background: `var(--l${z.light})`, color: `var(--on${z.light})` }}
          >
            {z.width > 7 ? w.lights[z.light] : ""}
          </div>
        ))}
      </div>
      {trail.map((t, i) => (
        <i
          // biome-ignore lint/suspicious/noArrayIndexKey: dots are positions in time and never move
          key={i}
          className="absolute top-[4.75rem] size-[7px] -translate-x-1/2 rounded-full bg-ink"
          style={{ left: `${at(t)}%`, opacity: 0.12 + (0.5 * i) / trail.length }}
        />
      ))}
      <div
        className="absolute top-7 h-[3.4rem] w-[3px] -translate-x-1/2 rounded-sm bg-ink"
        style={{ left: `${x}%` }}
      />
      <div
        className="absolute top-0 text-[1.07rem] font-bold whitespace-nowrap"
        style={{ left: `${x}%`, transform: `translateX(${anchor})` }}
      >
        {label}
      </div>
      {bounds.map((b) => (
        <span
          key={b}
          className="absolute bottom-0 -translate-x-1/2 text-[.76rem] text-ink3"
          style={{ left: `${at(b)}%` }}
        >
          {format(b)}
        </span>
      ))}
    </div>
  );
}
