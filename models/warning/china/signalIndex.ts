import { composite } from "../signals/composite.ts";
import { type Confusion, noiseToSignal, usefulness } from "../signals/confusion.ts";
import { klrSignals } from "../signals/klr.ts";
import type { EventSample } from "./eventSample.ts";

/** A candidate's signals as they were given month by month. */
export interface CandidateSignals {
  /** On the tail share in force in the month; null before there is a threshold, and for a gap. */
  signals: readonly (boolean | null)[];
  /** Tail share and threshold in force at the end. */
  q: number;
  /** On the score of danger; null before there is one. */
  threshold: number | null;
  /** Of the months whose outcome is known, by what was signalled then. */
  noiseToSignal: number | null;
}

export interface SignalIndex {
  candidates: readonly CandidateSignals[];
  /** Share of what all usable candidates could give, by month in [0, 1]; NaN where none is usable yet. */
  index: Float64Array;
  /** By month, points of the index by candidate: they add up to it. */
  points: readonly (readonly number[])[];
}

const GRID = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3];
const HOW = { tail: "upper", threshold: "own-history", warmUp: 12 } as const;
/** Before an onset lies behind it, a candidate signals at this share and counts as half noise. */
const UNTRIED = { q: 0.2, noise: 0.5 };
/**
 * The least noise to signal a candidate is weighted by, however good its record: neighbouring months resemble each other, so that half
 * a false alarm among months (`weighedNoise`) would take a dozen quiet ones for a dozen proofs.
 */
const LEAST_NOISE = 0.1;

/**
 * The signals approach as anyone could have followed it: in month t every candidate has the tail share whose signals were the most
 * useful (equal weight of missed events and false alarms) on the months s ≤ t − window, thresholds from its own history up to each
 * month; the index weighs today's signals by the inverse of their noise in those months.
 *   I(t) = Σ S_j(t)/ω_j(t) / Σ 1/ω_j(t)   over candidates with ω_j(t) < 1
 * Kaminsky, Lizondo & Reinhart (1998), IMF Staff Papers 45; Kaminsky (1999), IMF WP 99/178; Alessi & Detken (2011).
 */
export function signalIndex(sample: EventSample, window: number): SignalIndex {
  const n = sample.months.length;
  const paths = sample.danger.map((d) => chosenSignals(d, sample.outcomes, window));
  const index = new Float64Array(n).fill(Number.NaN);
  const points = Array.from({ length: n }, () => paths.map(() => 0));
  for (let t = 0; t < n; t++) {
    const members = paths.flatMap((p, j) => {
      const noise = p.noise[t]!;
      return p.signals[t] === null || !(noise < 1)
        ? []
        : [{ id: String(j), signals: [p.signals[t]!], noiseToSignal: Math.max(LEAST_NOISE, noise) }];
    });
    if (members.length === 0) continue;
    const told = composite(members);
    index[t] = told.index[0]!;
    for (const c of told.contributions) points[t]![Number(c.id)] = c.points[0]!;
  }
  return {
    candidates: paths.map(({ signals, q, threshold }) => ({
      signals,
      q,
      threshold,
      noiseToSignal: noiseToSignal(counted(signals, sample.outcomes)),
    })),
    index,
    points,
  };
}

interface ChosenPath {
  signals: (boolean | null)[];
  /** Noise to signal of the share in force on the months before; NaN where it has hit nothing or signals nothing. */
  noise: Float64Array;
  q: number;
  threshold: number | null;
}

function chosenSignals(danger: Float64Array, outcomes: EventSample["outcomes"], window: number): ChosenPath {
  const known = Array.from(danger, (v) => (Number.isNaN(v) ? null : v));
  const path: ChosenPath = {
    signals: known.map(() => null),
    noise: new Float64Array(danger.length).fill(Number.NaN),
    q: UNTRIED.q,
    threshold: null,
  };
  if (known.filter((v) => v !== null).length < HOW.warmUp) return path;
  const tried = GRID.map((q) => ({ q, ...klrSignals(known, q, HOW), counts: none() }));
  const untried = tried.find((g) => g.q === UNTRIED.q)!;
  for (let t = 0; t < danger.length; t++) {
    if (t >= window) for (const g of tried) count(g.counts, g.signals[t - window]!, outcomes[t - window]!);
    const judged = usefulness(untried.counts, 0.5) !== null;
    const use = (g: (typeof tried)[number]): number => usefulness(g.counts, 0.5)!.usefulness;
    const best = judged ? tried.reduce((kept, g) => (use(g) > use(kept) ? g : kept)) : untried;
    path.signals[t] = best.signals[t]!;
    path.noise[t] = judged ? (noiseToSignal(best.counts) ?? Number.NaN) : UNTRIED.noise;
    path.q = best.q;
    path.threshold = best.threshold;
  }
  return path;
}

const none = (): Confusion => ({ hits: 0, falseAlarms: 0, missed: 0, quiet: 0 });

function count(into: Confusion, signal: boolean | null, event: boolean | null): void {
  if (signal === null || event === null) return;
  if (signal) into[event ? "hits" : "falseAlarms"]++;
  else into[event ? "missed" : "quiet"]++;
}

function counted(signals: readonly (boolean | null)[], events: readonly (boolean | null)[]): Confusion {
  const counts = none();
  signals.forEach((s, t) => {
    count(counts, s, events[t] ?? null);
  });
  return counts;
}
