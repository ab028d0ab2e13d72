import type { TurningPoint } from "./turningPoint.ts";

export interface TurnMatch {
  kind: TurningPoint["kind"];
  reference: number;
  candidate: number;
  /** reference − candidate: above 0 the candidate turned first. */
  lead: number;
}

export interface TurnMatches {
  matched: TurnMatch[];
  /** Turns of the reference that the candidate did not show. */
  missed: TurningPoint[];
  /**
   * Turns of the candidate, within the time spanned by the reference's, that the reference did not show: false alarms.
   */
  extra: TurningPoint[];
  meanLead: number | null;
  medianLead: number | null;
  /** Divides by n − 1; null below two matches. */
  leadDeviation: number | null;
}

/**
 * Turning points of a candidate beside those of its reference: peaks with peaks and troughs with troughs, each used
 * once, the nearest pairs first, none further apart than `lead` before and `lag` after.
 * OECD (2012), System of Composite Leading Indicators (missing and extra turns, mean and median lead, its
 * deviation).
 */
export function matchTurns(
  candidate: readonly TurningPoint[],
  reference: readonly TurningPoint[],
  { lead: longestLead = 18, lag: longestLag = 6 } = {},
): TurnMatches {
  const pairs = reference
    .flatMap((r) =>
      candidate
        .filter((c) => c.kind === r.kind && r.at - c.at <= longestLead && c.at - r.at <= longestLag)
        .map((c) => ({ r, c, lead: r.at - c.at })),
    )
    .sort((a, b) => Math.abs(a.lead) - Math.abs(b.lead) || a.r.at - b.r.at || b.lead - a.lead);
  const used = new Set<TurningPoint>();
  const matched: TurnMatch[] = [];
  for (const { r, c, lead } of pairs) {
    if (used.has(r) || used.has(c)) continue;
    used.add(r).add(c);
    matched.push({ kind: r.kind, reference: r.at, candidate: c.at, lead });
  }
  matched.sort((a, b) => a.reference - b.reference);
  const from = (reference[0]?.at ?? 0) - longestLead;
  const to = (reference.at(-1)?.at ?? -1) + longestLag;
  const leads = matched.map((m) => m.lead);
  return {
    matched,
    missed: reference.filter((turn) => !used.has(turn)),
    extra: candidate.filter((turn) => !used.has(turn) && turn.at >= from && turn.at <= to),
    ...summary(leads),
  };
}

function summary(leads: readonly number[]): Pick<TurnMatches, "meanLead" | "medianLead" | "leadDeviation"> {
  const n = leads.length;
  if (n === 0) return { meanLead: null, medianLead: null, leadDeviation: null };
  const mean = leads.reduce((a, b) => a + b, 0) / n;
  const rising = leads.toSorted((a, b) => a - b);
  return {
    meanLead: mean,
    medianLead: (rising[Math.floor((n - 1) / 2)]! + rising[Math.floor(n / 2)]!) / 2,
    leadDeviation: n < 2 ? null : Math.sqrt(leads.reduce((s, v) => s + (v - mean) ** 2, 0) / (n - 1)),
  };
}
