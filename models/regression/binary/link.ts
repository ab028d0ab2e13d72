import { normalCdf, normalDensity } from "../../statistics/distribution/normal.ts";

export type LinkName = "logit" | "probit";

/** From the index η to a probability and its slope. Each tail keeps its relative accuracy. */
export interface Link {
  /** P(y = 1). */
  probability(eta: number): number;
  /** P(y = 0), without taking 1 − p. */
  complement(eta: number): number;
  density(eta: number): number;
}

/** Logit Λ(η) = 1/(1 + e^{−η}), probit Φ(η). Maddala, Limited-Dependent and Qualitative Variables, §2.5. */
export const LINKS: Readonly<Record<LinkName, Link>> = {
  logit: {
    probability: (eta) => 1 / (1 + Math.exp(-eta)),
    complement: (eta) => 1 / (1 + Math.exp(eta)),
    density: (eta) => {
      const e = Math.exp(-Math.abs(eta));
      return e / (1 + e) ** 2;
    },
  },
  probit: {
    probability: normalCdf,
    complement: (eta) => normalCdf(-eta),
    density: normalDensity,
  },
};
