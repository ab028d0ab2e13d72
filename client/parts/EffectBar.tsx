import { formatNumber } from "../format/formatNumber.ts";

/** Room that a digit takes, in em: tabular figures are a little over half as wide as they are high. */
const DIGIT = 0.58;

/**
 * A bar from the middle with its signed number: to the right what raised, to the left what lowered. The widest bar
 * leaves the number its room, whatever the width of the column and the size of the text.
 */
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
  const write = (v: number): string => formatNumber(v, decimals, { sign: true });
  const share = widest > 0 ? Math.abs(value) / widest : 0;
  const room = `${(write(-widest).length * DIGIT).toFixed(2)}em + 8px`;
  const width = `max(0px, (50% - (${room})) * ${share.toFixed(4)})`;
  const up = value > 0;
  const near = `calc(50% + ${width} + 6px)`;
  return (
    <span className="relative block h-5 text-[.84rem]">
      <i className="absolute inset-y-0 left-1/2 w-px bg-ink3" />
      <i
        className={`absolute inset-y-[3px] rounded-sm ${up ? "left-1/2 bg-accent" : "right-1/2 bg-ink3"}`}
        style={{ width }}
      />
      <span className="absolute leading-5" style={up ? { left: near } : { right: near }}>
        {write(value)}
      </span>
    </span>
  );
}
