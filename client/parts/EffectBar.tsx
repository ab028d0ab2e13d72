import { formatNumber } from "../format/formatNumber.ts";

/** Half of the bar's room, in percent; the rest is for the number beside it. */
const REACH = 30;

/** A bar from the middle with its signed number: to the right what raised, to the left what lowered. */
export function EffectBar({
  value,
  widest,
  decimals = 2,
}: {
  value: number;
  /** The largest size in the column. */
  widest: number;
  decimals?: number;
}) {
  const width = widest > 0 ? (Math.abs(value) / widest) * REACH : 0;
  const up = value > 0;
  return (
    <span className="relative block h-5">
      <i className="absolute inset-y-0 left-1/2 w-px bg-ink3" />
      <i
        className={`absolute inset-y-[3px] rounded-sm ${up ? "bg-accent" : "bg-ink3"}`}
        style={{ left: `${up ? 50 : 50 - width}%`, width: `${width}%` }}
      />
      <span
        className="absolute text-[.84rem]"
        style={up ? { left: `calc(${50 + width}% + 6px)` } : { right: `calc(${50 + width}% + 6px)` }}
      >
        {formatNumber(value, decimals, { sign: true })}
      </span>
    </span>
  );
}
