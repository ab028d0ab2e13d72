import { formatNumber } from "../../format/formatNumber.ts";

/** A number with a bar behind it, so that a column can be scanned; `mark` is a value drawn as a line (naive = 1). */
export function BarCell({
  value,
  most,
  decimals = 2,
  mark,
  good = false,
}: {
  value: number;
  most: number;
  decimals?: number;
  mark?: number;
  /** A bar worth noticing is drawn in the accent. */
  good?: boolean;
}) {
  const share = (v: number): number => Math.max(0, Math.min(100, (v / most) * 100));
  return (
    <td className="r relative min-w-[6.5rem]">
      <span
        aria-hidden="true"
        className={`absolute top-1/2 left-2 h-[1.15rem] -translate-y-1/2 rounded-sm ${good ? "bg-accent/35" : "bg-line"}`}
        style={{ width: `calc((100% - 3.6rem) * ${share(value) / 100})` }}
      />
      {mark !== undefined && (
        <span
          aria-hidden="true"
          className="absolute top-1/2 h-[1.5rem] w-px -translate-y-1/2 bg-ink3"
          style={{ left: `calc(.5rem + (100% - 3.6rem) * ${share(mark) / 100})` }}
        />
      )}
      <span className="relative">{formatNumber(value, decimals)}</span>
    </td>
  );
}
