import type { CycleResult } from "../../../models/analyses/cycleResult.ts";
import { slotOf } from "../../../models/series/period.ts";
import type { CycleTurnRow } from "../../routers/views.ts";

/** Turns of the coincident group, oldest first: how long the phase before lasted, and how the other groups turned. */
export function cycleTurnRows({ groups }: Pick<CycleResult, "groups">): CycleTurnRow[] {
  const { turns } = groups.coincident;
  const leadAt = (group: "leading" | "lagging", month: string): number | null =>
    groups[group].against.matched.find((m) => m.reference === month)?.lead ?? null;
  return turns.map((turn, i) => {
    const before = turns[i - 1];
    return {
      ...turn,
      phaseMonths: before ? slotOf(turn.month, "M") - slotOf(before.month, "M") : null,
      leading: leadAt("leading", turn.month),
      lagging: leadAt("lagging", turn.month),
    };
  });
}
