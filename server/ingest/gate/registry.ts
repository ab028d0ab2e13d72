import type { RefusedRow } from "../../../db/stores/contract.ts";
import type { Words } from "../../../models/indicators/indicator.ts";
import { brokenLine } from "./brokenLine.ts";
import { ROW_RULES } from "./checkRows.ts";
import { duplicate } from "./duplicate.ts";
import { growthAgainstLevel } from "./growthAgainstLevel.ts";
import { malformedNumber } from "./malformedNumber.ts";
import { malformedPeriod } from "./malformedPeriod.ts";
import { malformedVintage } from "./malformedVintage.ts";
import type { GateRule } from "./rule.ts";
import { runningTotal } from "./runningTotal.ts";
import { unknownIndicator } from "./unknownIndicator.ts";
import { unknownRegion } from "./unknownRegion.ts";
import { unknownWord } from "./unknownWord.ts";

/** Every rule of the gate: asked while a cell is read, of a row by itself, of a row among its series. */
export const GATE_RULES: readonly GateRule[] = [
  brokenLine,
  unknownIndicator,
  unknownRegion,
  malformedPeriod,
  malformedNumber,
  malformedVintage,
  unknownWord,
  ...ROW_RULES,
  duplicate,
  runningTotal,
  growthAgainstLevel,
];

const BY_ID = new Map(GATE_RULES.map((rule) => [rule.id, rule]));

/** The rule of an id; null for the rules of a connector, which speak for themselves. */
export const gateRule = (id: string): GateRule | null => BY_ID.get(id) ?? null;

/** Why a row was not let through, as a sentence in both languages. */
export function refusalWords(row: RefusedRow): Words {
  const rule = gateRule(row.rule);
  if (!rule) {
    return {
      zh: `“${row.found}”不合要求；应为：${row.needed}`,
      en: `found "${row.found}"; needed: ${row.needed}`,
    };
  }
  const fill = (words: string): string =>
    words
      .replace("{column}", () => row.column)
      .replace("{found}", () => row.found)
      .replace("{needed}", () => row.needed);
  return { zh: fill(rule.words.zh), en: fill(rule.words.en) };
}
