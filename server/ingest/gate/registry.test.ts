import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { GATE_RULES, refusalWords } from "./registry.ts";

/** Files of this folder that are not rules. */
const OTHERS = ["rule", "registry", "checkRows", "refusals", "nearMisses"];
const camel = (id: string): string => id.replace(/-(\w)/g, (_, c: string) => c.toUpperCase());

it("every rule has a file of its own and stands in the registry once", () => {
  const files = readdirSync(import.meta.dirname)
    .filter((f) => f.endsWith(".ts") && !f.endsWith(".test.ts"))
    .map((f) => f.slice(0, -3));
  expect(files.filter((f) => !OTHERS.includes(f)).sort()).toEqual(GATE_RULES.map((r) => camel(r.id)).sort());
});

it.each(GATE_RULES.map((r) => [r.id, r] as const))(
  "%s speaks both languages and leaves no gap",
  (_, rule) => {
    const row = {
      kind: rule.outcome,
      line: 3,
      column: "value",
      found: "$& 9",
      needed: "[0, 1]",
      rule: rule.id,
      observation: null,
    };
    const words = refusalWords(row);
    for (const sentence of [words.zh, words.en]) {
      expect(sentence).not.toMatch(/[{}]/);
      expect(sentence).toContain("$& 9");
    }
    expect(words.zh).toMatch(/\p{Script=Han}/u);
  },
);
