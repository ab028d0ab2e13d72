import type { Series } from "../series/series.ts";
import { lagChange } from "../transforms/lagChange.ts";
import { movingAverage } from "../transforms/movingAverage.ts";
import type { PresetMember } from "./preset.ts";

/**
 * The series a member's light judges, made from the published one.
 *   sum12-yoy: g(t) = 100 · (Σ₀¹¹ x(t−i) / Σ₁₂²³ x(t−i) − 1), percent; the mean of twelve months grows as their sum does
 */
export function memberSeries(member: Pick<PresetMember, "prepare" | "unit">, published: Series): Series {
  if (member.prepare === "none") return published;
  return { ...lagChange(movingAverage(published, 12), 12), unit: member.unit };
}
