import type { FTest } from "./stableSeasonality.ts";

export type Identifiable = "present" | "probably-not-present" | "not-present";

export interface IdentifiableSeasonality {
  answer: Identifiable;
  /** T₁ = 7/F_S and T₂ = 3F_M/F_S, at most 9 each. */
  t1: number;
  t2: number;
  /** M7 = √((T₁+T₂)/2). */
  m7: number;
}

/**
 * Lothian and Morry's combined test, from the stable F_S (0.1 %), the moving F_M (5 %) and Kruskal–Wallis (0.1 %):
 *   F_S not significant, or F_M significant with (T₁+T₂)/2 ≥ 1: not present;
 *   T₁ < 1, T₂ < 1 and Kruskal–Wallis significant: present;   else probably not present.
 * Lothian & Morry (1978), A test for the presence of identifiable seasonality; Ladiray & Quenneville (2001), §4.7.
 */
export function identifiableSeasonality(
  stable: FTest,
  moving: FTest,
  kruskalWallisP: number,
): IdentifiableSeasonality {
  const t1 = stable.f * 9 >= 7 ? 7 / stable.f : 9;
  const t2 = stable.f > 0 ? Math.min((3 * moving.f) / stable.f, 9) : 9;
  const mean = (t1 + t2) / 2;
  const m7 = Math.sqrt(mean);
  if (stable.p >= 0.001 || (moving.p <= 0.05 && mean >= 1)) return { answer: "not-present", t1, t2, m7 };
  const present = t1 < 1 && t2 < 1 && kruskalWallisP <= 0.001;
  return { answer: present ? "present" : "probably-not-present", t1, t2, m7 };
}
