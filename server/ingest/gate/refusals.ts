import type { RefusedRow } from "../../../db/stores/contract.ts";
import type { GateRule } from "./rule.ts";

/** How many refused rows a receipt keeps; the rest are counted. */
export const KEPT_REFUSALS = 10_000;
const SHOWN_LENGTH = 80;

/** A cell as a person may safely see it: control characters escaped, long text cut with its length. */
export function shown(text: string): string {
  const visible = Array.from(text.slice(0, SHOWN_LENGTH + 1), (c) =>
    /\p{Cc}|\p{Cf}/u.test(c) ? `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}` : c,
  ).join("");
  return text.length > SHOWN_LENGTH ? `${visible.slice(0, SHOWN_LENGTH)}… (${text.length})` : visible;
}

/** Rows the gate did not let through: the first ones kept with their reason, all of them counted by rule. */
export class Refusals {
  readonly kept: RefusedRow[] = [];
  readonly counts: Record<string, number> = {};
  rejected = 0;
  quarantined = 0;
  readonly #keep: number;

  constructor(keep = KEPT_REFUSALS) {
    this.#keep = keep;
  }

  /** Counts a row; its texts are made only when it is kept. */
  add(
    rule: GateRule,
    row: { line: number; column: string },
    found: () => string,
    needed: () => string,
    observation: (() => string) | null = null,
  ): void {
    this[rule.outcome]++;
    this.counts[rule.id] = (this.counts[rule.id] ?? 0) + 1;
    if (this.kept.length >= this.#keep) return;
    this.kept.push({
      kind: rule.outcome,
      ...row,
      found: shown(found()),
      needed: needed(),
      rule: rule.id,
      observation: observation ? observation() : null,
    });
  }
}
