import type { ObservationStore } from "../../db/stores/contract.ts";
import { NATION } from "../../models/indicators/nation.ts";
import { heads } from "../../models/indicators/registry.ts";
import type { BoundsRow } from "../../models/monitor/lights.ts";
import { PRESETS } from "../../models/monitor/presets.ts";
import type { WarningRule } from "../../models/warning/contract.ts";
import { inputKey } from "../../models/warning/inputKey.ts";
import { seriesNeeded } from "../../models/warning/judge.ts";
import type { Knowledge } from "../../models/warning/snapshot.ts";

/** Every vintage of every series that rules and presets read, in memory: some thousand figures. */
export async function loadKnowledge(
  observations: ObservationStore,
  rules: readonly WarningRule[],
  bounds: readonly BoundsRow[],
  book: Pick<Knowledge, "forecast" | "lostEdge" | "analysis">,
  signal?: AbortSignal,
): Promise<Knowledge> {
  const members = PRESETS.flatMap((p) => p.members.map((m) => ({ indicator: m.indicator, region: NATION })));
  const keys = [
    ...new Map(
      [...seriesNeeded(rules), ...members].map((k) => [inputKey(k.indicator, k.region), k]),
    ).values(),
  ];
  const histories = await observations.history(keys, signal ? { signal } : {});
  return {
    series: new Map(
      keys.map((k, i) => [
        inputKey(k.indicator, k.region),
        { head: { ...heads(k.indicator), region: k.region }, history: histories[i] ?? [] },
      ]),
    ),
    bounds,
    ...book,
  };
}
