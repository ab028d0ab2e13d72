import type { ReferenceCase } from "./case.ts";
import type { Compare } from "./compare.ts";

/** How one method of the reference cases is checked. One file a method in methods/, named after it. */
export interface MethodCheck {
  method: string;
  /** The function of the product that answers, as `file#name` below models/. */
  answeredBy: string;
  /** The paper, chapter or documentation of the formula. */
  source: string;
  /** How near, and why no nearer: shown in the map of the models. */
  tolerance: string;
  reason: string;
  /** Runs the product's function on the case's input and parameters and compares with its output. */
  check(c: ReferenceCase, compare: Compare): void;
}
