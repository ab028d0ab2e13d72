import type { NowcastResult } from "../nowcast/china/nowcastResult.ts";
import type { Analysis } from "./contract.ts";
import { NOWCAST_TARGETS, nowcastTarget } from "./nowcastTargets.ts";

/** The first period without a figure of a target, on the vintages of the day, with its path and the news that moved it. */
export const nowcast: Analysis<NowcastResult> = {
  id: "nowcast",
  version: "7",
  title: { zh: "即时预测", en: "Nowcast" },
  weight: "heavy",
  subjects: NOWCAST_TARGETS.map((t) => t.id),
  reads: (subject) => nowcastTarget(subject).reads,
  parameters: (subject) => ({ ...nowcastTarget(subject).specification }),
  compute: (subject, readings, _seed, tell) => nowcastTarget(subject).nowcast(readings, tell),
};
