import { AppError } from "../../errors.ts";
import { lastIndex, type Series } from "../../series/series.ts";
import { robustScore } from "../signals/anomaly.ts";

export interface DomainHeat {
  domain: string;
  /** Mean of the members' scores; null where none has one. */
  score: number | null;
  /** The member's last known figure against those before it; null where it is too short or never moved. */
  members: readonly { indicator: string; slot: number | null; score: number | null }[];
}

/** Known figures before the last one without which a member has no score. */
const SHORTEST = 5;

/**
 * Heat of each domain as of the day its series were read.
 *   z_j = (x_j(T) − median)/(MAD/0.6745) over x_j(s), s < T;  heat = mean of z_j over the members with a score
 * Series should be rates, balances or indexes: the score of a trending level says only that it trends.
 * Throws AppError("invalid-input") for a domain without members.
 */
export function domainHeat(domains: Readonly<Record<string, readonly Series[]>>): DomainHeat[] {
  return Object.entries(domains).map(([domain, series]) => {
    if (series.length === 0) throw new AppError("invalid-input", `the domain ${domain} has no series`);
    const members = series.map((s) => {
      const last = lastIndex(s);
      const history = s.values.slice(0, last ?? 0).filter((v) => v !== null);
      const score = last === null || history.length < SHORTEST ? null : robustScore(history, s.values[last]!);
      return { indicator: s.indicator, slot: last === null ? null : s.firstSlot + last, score };
    });
    const known = members.flatMap((m) => (m.score === null ? [] : [m.score]));
    const score = known.length === 0 ? null : known.reduce((sum, v) => sum + v, 0) / known.length;
    return { domain, score, members };
  });
}
