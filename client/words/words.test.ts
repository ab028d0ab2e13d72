import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { area } from "./area.ts";
import { loadEnglish } from "./loadEnglish.ts";
import { partsWords } from "./parts.ts";

const here = import.meta.dirname;
const areasOf = (lang: string) =>
  readdirSync(join(here, lang)).filter((f) => f.endsWith(".ts") && !f.endsWith(".test.ts"));

/** Every text of an area with where it stands; functions are called with plain arguments. */
function texts(value: unknown, path: string): [string, string][] {
  if (path.startsWith(OWN_UNITS)) return [];
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null || value instanceof RegExp) return [];
  return Object.entries(value).flatMap(([k, v]) => texts(v, `${path}.${k}`));
}

const HAN = /\p{Script=Han}/u;
/** Units people scale to differ by language (亿元, billion yuan); client/format checks that each has what it needs. */
const OWN_UNITS = "format.ts.format.unit.";
/** Names of languages are written in themselves. */
const OWN_NAMES = new Set(["切换到中文"]);

describe("the words", () => {
  beforeAll(() => loadEnglish());

  it("have the same areas in both languages", () => {
    expect(areasOf("en")).toEqual(areasOf("zh"));
  });

  it.each(areasOf("zh"))(
    "say everything of %s in both languages, none of it empty or left in the other",
    async (file) => {
      const [zh, en] = (await Promise.all([
        import(join(here, "zh", file)),
        import(join(here, "en", file)),
      ])) as [Record<string, unknown>, Record<string, unknown>];
      const chinese = new Map(texts(zh, file));
      const english = new Map(texts(en, file));
      expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
      const leftInChinese = [...english].filter(([, t]) => HAN.test(t) && !OWN_NAMES.has(t));
      expect(leftInChinese).toEqual([]);
    },
  );

  it("use the true minus, never a hyphen before a number", async () => {
    for (const lang of ["zh", "en"])
      for (const file of areasOf(lang)) {
        const words = (await import(join(here, lang, file))) as Record<string, unknown>;
        expect(texts(words, file).filter(([, t]) => /(^|[\s（(])-\d/.test(t))).toEqual([]);
      }
  });

  it("give English where English was loaded, and refuse to guess where it was not", () => {
    expect(partsWords.en.lights[3]).toBe("Normal");
    expect(() => area("nowhere", { a: "甲" }).en).toThrow(/nowhere/);
  });
});
