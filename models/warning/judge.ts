import { NATION } from "../indicators/nation.ts";
import type { Signal, Subject, WarningRule } from "./contract.ts";
import { inputKey } from "./inputKey.ts";
import type { Snapshot } from "./snapshot.ts";

/** What one rule said of one subject; or the message of its failure, which stays its own. */
export type Judgement = { rule: WarningRule; subject: Subject } & (
  | { signal: Signal; failure: null }
  | { signal: null; failure: string }
);

/** Every rule on every one of its subjects, as of the snapshot's day. One rule's failure is another's nothing. */
export function judge(rules: readonly WarningRule[], snapshot: Snapshot): Judgement[] {
  return rules.flatMap((rule) => {
    const inputs = inputsOf(rule, snapshot);
    return rule.subjects.map((subject): Judgement => {
      try {
        const signal = rule.evaluate(inputs, rule.defaults, { ...snapshot, subject });
        return { rule, subject, signal, failure: null };
      } catch (error) {
        const failure = error instanceof Error ? error.message : String(error);
        return { rule, subject, signal: null, failure };
      }
    });
  });
}

/** The series a rule names, and no other. */
function inputsOf(rule: WarningRule, snapshot: Snapshot): Parameters<WarningRule["evaluate"]>[0] {
  const regions = rule.regions === "nation" ? [NATION] : rule.regions;
  const keys = rule.needs.flatMap((indicator) => regions.map((region) => ({ indicator, region })));
  return Object.fromEntries(
    keys.flatMap(({ indicator, region }) => {
      const series = snapshot.series(indicator, region);
      return series ? [[inputKey(indicator, region), series]] : [];
    }),
  );
}

/** Every series the rules read: what must be in memory before a snapshot is taken. */
export function seriesNeeded(rules: readonly WarningRule[]): Subject[] {
  const keys = new Map<string, Subject>();
  for (const rule of rules) {
    for (const indicator of rule.needs) {
      for (const region of rule.regions === "nation" ? [NATION] : rule.regions) {
        keys.set(inputKey(indicator, region), { indicator, region });
      }
    }
  }
  return [...keys.values()];
}

/** The rules that a new figure of any of these indicators may move. */
export function rulesTouched(rules: readonly WarningRule[], indicators: ReadonlySet<string>): WarningRule[] {
  return rules.filter((rule) => rule.needs.some((n) => indicators.has(n)));
}
