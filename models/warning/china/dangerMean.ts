/** Mean of the candidates' scores that are known, month by month; NaN where fewer than half are. */
export function dangerMean(danger: readonly Float64Array[]): Float64Array {
  return Float64Array.from({ length: danger[0]?.length ?? 0 }, (_, t) => {
    const known = danger.map((d) => d[t]!).filter((v) => !Number.isNaN(v));
    return 2 * known.length < danger.length || known.length === 0
      ? Number.NaN
      : known.reduce((s, v) => s + v, 0) / known.length;
  });
}
