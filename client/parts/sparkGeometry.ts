/**
 * Where the line of a sparkline runs. Gaps stay gaps: each run of numbers is one sub-path, and a number with a
 * gap on both sides is a dot.
 */
export interface SparkGeometry {
  path: string;
  /** Numbers with nothing beside them to be joined to. */
  dots: readonly [x: number, y: number][];
  /** The newest number, where the marker sits. */
  end: [x: number, y: number] | null;
  /** Top and height of the normal band. */
  band: { y: number; height: number } | null;
}

export interface SparkBox {
  width: number;
  height: number;
  padding: number;
}

export function sparkGeometry(
  values: readonly (number | null)[],
  box: SparkBox,
  band: readonly [number, number] | null = null,
): SparkGeometry {
  const numbers = values.filter((v): v is number => v !== null);
  if (numbers.length === 0) return { path: "", dots: [], end: null, band: null };
  // The band widens the scale only while it stays in sight of the data: a far-off band must not flatten the line.
  const low = Math.min(...numbers);
  const high = Math.max(...numbers);
  const reach = Math.max(high - low, 1e-9);
  const lo = band && band[0] > low - reach ? Math.min(low, band[0]) : low;
  const hi = band && band[1] < high + reach ? Math.max(high, band[1]) : high;

  const { width, height, padding } = box;
  const step = values.length > 1 ? (width - 2 * padding) / (values.length - 1) : 0;
  const x = (i: number) => round(values.length > 1 ? padding + i * step : width / 2);
  const y = (v: number) =>
    round(hi === lo ? height / 2 : height - padding - ((v - lo) * (height - 2 * padding)) / (hi - lo));

  let path = "";
  const dots: [number, number][] = [];
  let end: [number, number] | null = null;
  values.forEach((v, i) => {
    if (v === null) return;
    const before = i > 0 && values[i - 1] !== null;
    const after = i < values.length - 1 && values[i + 1] !== null;
    if (before || after) path += `${before ? "L" : "M"}${x(i)} ${y(v)}`;
    else dots.push([x(i), y(v)]);
    end = [x(i), y(v)];
  });
  return { path, dots, end, band: bandBox(band, y, height) };
}

function bandBox(band: readonly [number, number] | null, y: (v: number) => number, height: number) {
  if (band === null) return null;
  const top = Math.max(0, y(band[1]));
  const bottom = Math.min(height, y(band[0]));
  return bottom <= 0 || top >= height ? null : { y: top, height: round(Math.max(1, bottom - top)) };
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}
