import type { IsoDate } from "../../series/date.ts";

/** One line of a scoreboard in force from a day on: outside [low, high] is an alarm. null: no bound on that side. */
export interface ScoreboardRule {
  indicator: string;
  group: string;
  low: number | null;
  high: number | null;
  validFrom: IsoDate;
}

export interface ScoreboardCell {
  indicator: string;
  group: string;
  value: number | null;
  low: number | null;
  high: number | null;
  state: "inside" | "below" | "above" | "unknown";
  /** How far outside, in the unit of the figure; how far from the nearest bound while inside. */
  distance: number | null;
}

/**
 * A scoreboard after the European macroeconomic imbalance procedure: fixed bounds with the day from which they hold, an
 * alarm per indicator, no weighting into one number. The rule in force is the latest one up to `asOf`; an indicator
 * whose rules all begin later has no cell. European Commission (2012), Scoreboard for the surveillance of
 * macroeconomic imbalances, §2.
 */
export function scoreboard(
  rules: readonly ScoreboardRule[],
  values: Readonly<Record<string, number | null>>,
  asOf: IsoDate,
): ScoreboardCell[] {
  const inForce = new Map<string, ScoreboardRule>();
  for (const rule of rules) {
    if (rule.validFrom > asOf) continue;
    const before = inForce.get(rule.indicator);
    if (!before || rule.validFrom >= before.validFrom) inForce.set(rule.indicator, rule);
  }
  return [...inForce.values()].map(({ indicator, group, low, high }) => {
    const value = values[indicator] ?? null;
    return { indicator, group, value, low, high, ...judged(value, low, high) };
  });
}

function judged(
  value: number | null,
  low: number | null,
  high: number | null,
): Pick<ScoreboardCell, "state" | "distance"> {
  if (value === null) return { state: "unknown", distance: null };
  if (low !== null && value < low) return { state: "below", distance: low - value };
  if (high !== null && value > high) return { state: "above", distance: value - high };
  const room = [low === null ? null : value - low, high === null ? null : high - value].filter(
    (d) => d !== null,
  );
  return { state: "inside", distance: room.length === 0 ? null : Math.min(...room) };
}
