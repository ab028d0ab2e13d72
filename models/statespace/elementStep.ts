/** Unchanged to rounding: P z may settle for months on a plateau, but not to the last digits. */
const SETTLED = 1e-13;
const SETTLED_FLOOR = 1e-17;

/** M ← P z for one sparse row z, from the upper triangle of P. */
export function timesRow(
  P: Float64Array,
  now: number,
  column: Int32Array,
  value: Float64Array,
  from: number,
  to: number,
  M: Float64Array,
  own: number,
  m: number,
): void {
  for (let j = 0; j < m; j++) M[own + j] = 0;
  for (let k = from; k < to; k++) {
    const x = value[k]!;
    const c = column[k]!;
    let above = now + c;
    for (let j = 0; j < c; j++, above += m) M[own + j]! += x * P[above]!;
    const right = now + c * m;
    for (let j = c; j < m; j++) M[own + j]! += x * P[right + j]!;
  }
}

/** Whether F and P z are what they were; keeps this P z for the next look, which F moving makes unnecessary. */
export function settled(
  F: number,
  Fbefore: number,
  M: Float64Array,
  own: number,
  before: Float64Array,
  m: number,
): boolean {
  if (Math.abs(F - Fbefore) > SETTLED * F) return false;
  let largest = 0;
  let most = 0;
  for (let j = own; j < own + m; j++) {
    const change = Math.abs(M[j]! - before[j]!);
    const size = Math.abs(M[j]!);
    if (size > largest) largest = size;
    if (change > SETTLED * size && change > most) most = change;
    before[j] = M[j]!;
  }
  return most <= SETTLED_FLOOR * largest;
}

/** P ← P − M M′ g. */
export function rankOne(
  P: Float64Array,
  now: number,
  M: Float64Array,
  own: number,
  g: number,
  m: number,
): void {
  for (let i = 0; i < m; i++) {
    const x = M[own + i]! * g;
    const row = now + i * m;
    for (let j = i; j < m; j++) P[row + j]! -= x * M[own + j]!;
  }
}
