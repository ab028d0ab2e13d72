import type { WarningRule } from "./contract.ts";
import { cpiBelowZero } from "./rules/cpiBelowZero.ts";
import { cpiGoal } from "./rules/cpiGoal.ts";
import { eventProbability } from "./rules/eventProbability.ts";
import { forecastLeavesBand } from "./rules/forecastLeavesBand.ts";
import { gdpGoal } from "./rules/gdpGoal.ts";
import { gdpGrowth } from "./rules/gdpGrowth.ts";
import { housePriceGap } from "./rules/housePriceGap.ts";
import { indexLight } from "./rules/indexLight.ts";
import { memberLight } from "./rules/memberLight.ts";
import { modelLostEdge } from "./rules/modelLostEdge.ts";
import { modelRisk } from "./rules/modelRisk.ts";
import { pmiBelowFifty } from "./rules/pmiBelowFifty.ts";
import { pmiContraction } from "./rules/pmiContraction.ts";
import { ppiDeflation } from "./rules/ppiDeflation.ts";
import { ppiLevel } from "./rules/ppiLevel.ts";
import { provinceGap } from "./rules/provinceGap.ts";
import { releaseOverdue } from "./rules/releaseOverdue.ts";
import { unemploymentGoal } from "./rules/unemploymentGoal.ts";
import { unusualLeap } from "./rules/unusualLeap.ts";
import { unusualRevision } from "./rules/unusualRevision.ts";

/** Every early-warning rule, in the order alerts of one day are told. */
export const WARNING_RULES: readonly WarningRule[] = [
  indexLight,
  gdpGrowth,
  gdpGoal,
  cpiBelowZero,
  cpiGoal,
  ppiLevel,
  ppiDeflation,
  pmiBelowFifty,
  pmiContraction,
  unemploymentGoal,
  memberLight,
  forecastLeavesBand,
  modelRisk,
  eventProbability,
  provinceGap,
  housePriceGap,
  releaseOverdue,
  unusualRevision,
  unusualLeap,
  modelLostEdge,
];

const byId: ReadonlyMap<string, WarningRule> = new Map(WARNING_RULES.map((r) => [r.id, r]));

/** The rule of an id; null for an id nobody answers to (a rule since withdrawn). */
export function ruleById(id: string): WarningRule | null {
  return byId.get(id) ?? null;
}
