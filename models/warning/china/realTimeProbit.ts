import { normalCdf } from "../../statistics/distribution/normal.ts";
import { type RandomSource, randomSource } from "../../statistics/random/generator.ts";
import { orientedProbit } from "../signals/orientedProbit.ts";
import type { EventSample } from "./eventSample.ts";

/** What a model says of one event, month by month. */
export interface EventPath {
  /** P in [0, 1]; null while the event is on, before enough could be learnt, where a feature is not known. */
  value: readonly (number | null)[];
  /** P by bootstrap sample; null where `value` is. */
  draws: readonly (Float64Array | null)[];
}

export interface RealTimeProbit {
  /** By event. */
  paths: readonly EventPath[];
  /** Constant and slopes by month; null before enough could be learnt. */
  coefficients: readonly (Float64Array | null)[];
  /** Standard deviation of constant and slopes over the newest bootstrap samples. */
  errors: Float64Array | null;
}

export interface RealTimeOptions {
  /** Months a signal speaks about: outcomes of the last `window` months are still open and not used. */
  window: number;
  draws: number;
  seed: number;
}

type Laid = Pick<EventSample, "firstSlot" | "states" | "outcomes" | "ready">;

/** Calm months of all events with a settled outcome before a first probability. */
const FEWEST = 48;
/** Bootstrap samples are drawn anew in April and serve for a year. */
const APRIL = 3;
const BLOCK = 12;

/**
 * Probability that an event begins within the window, each month from the months before alone, one estimate for all events:
 * each has begun too seldom to be learnt from by itself. For month t:
 *   rows (e, s), s ≤ t − window, calm and with figures;  P_e(t) = Φ(a + β′x_e(t)),  a, β by `orientedProbit`, β ≥ 0
 * `features[e][j]` are comparable between events, high is danger, NaN where unknown. The penalty is `window`: neighbouring
 * outcomes overlap, so that a window of months counts as one observation against slopes of unit variance. Draws: months in
 * moving blocks of 12, all events together, estimated anew.
 */
export function realTimeProbit(
  samples: readonly Laid[],
  features: readonly (readonly Float64Array[])[],
  { window, draws, seed }: RealTimeOptions,
): RealTimeProbit {
  const events = samples.length;
  const k = features[0]!.length;
  const { firstSlot } = samples[0]!;
  const n = samples[0]!.states.length;
  const y = new Float64Array(events * n);
  const x = new Float64Array(events * n * k);
  const usable = new Uint8Array(events * n);
  samples.forEach((s, e) => {
    for (let t = 0; t < n; t++) {
      const row = t * events + e;
      features[e]!.forEach((f, j) => {
        x[row * k + j] = f[t]!;
      });
      usable[row] = s.ready[t] && features[e]!.every((f) => !Number.isNaN(f[t]!)) ? 1 : 0;
      y[row] = s.outcomes[t] === true ? 1 : 0;
    }
  });
  const paths = samples.map(() => ({ value: [] as (number | null)[], draws: [] as (Float64Array | null)[] }));
  const coefficients: (Float64Array | null)[] = [];
  let beta: Float64Array | undefined;
  let held = { year: Number.NaN, samples: [] as readonly Float64Array[] };
  for (let t = 0; t < n; t++) {
    const rows = rowsUntil(t - window);
    const ones = rows.filter((r) => y[r] === 1).length;
    const learnt = rows.length >= FEWEST && ones > 0 && ones < rows.length;
    if (learnt) {
      beta = orientedProbit(y, x, k, rows, window, beta).coefficients;
      const year = Math.floor((firstSlot + t - APRIL) / 12);
      if (held.year !== year)
        held = { year, samples: bootstrap(t - window, randomSource(seed + year), beta) };
    }
    coefficients.push(learnt ? beta! : null);
    paths.forEach((path, e) => {
      const told = learnt && samples[e]!.states[t] === false && usable[t * events + e] === 1;
      const at = (b: Float64Array): number => probabilityAt(b, x, (t * events + e) * k);
      path.value.push(told ? at(beta!) : null);
      path.draws.push(told ? Float64Array.from(held.samples, at) : null);
    });
  }
  return { paths, coefficients, errors: spread(held.samples) };

  /** Rows of months 0 … until whose outcome is settled, in the order of months. */
  function rowsUntil(until: number): number[] {
    const rows: number[] = [];
    for (let s = 0; s <= until; s++)
      for (let e = 0; e < events; e++)
        if (usable[s * events + e] === 1 && samples[e]!.outcomes[s] !== null) rows.push(s * events + e);
    return rows;
  }

  function bootstrap(until: number, random: RandomSource, start: Float64Array): Float64Array[] {
    const byMonth: number[][] = [];
    for (const row of rowsUntil(until)) {
      const s = Math.floor(row / events);
      const month = byMonth.at(-1);
      if (month && Math.floor(month[0]! / events) === s) month.push(row);
      else byMonth.push([row]);
    }
    const length = Math.min(BLOCK, byMonth.length);
    return Array.from({ length: draws }, () => {
      const rows: number[] = [];
      for (let drawn = 0; drawn < byMonth.length; drawn += length) {
        const from = Math.floor(random.uniform() * (byMonth.length - length + 1));
        for (let i = from; i < from + Math.min(length, byMonth.length - drawn); i++)
          rows.push(...byMonth[i]!);
      }
      return orientedProbit(y, x, k, rows, window, start).coefficients;
    });
  }
}

function probabilityAt(b: Float64Array, x: Float64Array, at: number): number {
  let eta = b[0]!;
  for (let j = 1; j < b.length; j++) eta += b[j]! * x[at + j - 1]!;
  return normalCdf(eta);
}

function spread(samples: readonly Float64Array[]): Float64Array | null {
  const first = samples[0];
  return first
    ? first.map((_, j) => {
        const mean = samples.reduce((s, b) => s + b[j]!, 0) / samples.length;
        return Math.sqrt(
          samples.reduce((s, b) => s + (b[j]! - mean) ** 2, 0) / Math.max(1, samples.length - 1),
        );
      })
    : null;
}
