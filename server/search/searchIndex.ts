import { pinyin } from "pinyin-pro";
import type { Indicator } from "../../models/indicators/indicator.ts";

/** One thing that can be found: an indicator for a region. */
export interface SearchEntry {
  indicator: Indicator;
  region: string;
  regionZh: string;
  regionEn: string;
  /** Headline figures come before their relatives of the same score. */
  headline: boolean;
}

interface Folded {
  entry: SearchEntry;
  code: string;
  zh: string;
  en: string;
  pinyin: string;
  initials: string;
  region: string;
}

/** Finds indicators by Chinese, English, full pinyin, pinyin initials and code, best match first. */
export interface SearchIndex {
  readonly size: number;
  /** All entries in catalogue order for an empty query. */
  find(query: string): { entry: SearchEntry; score: number }[];
}

const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFKC")
    .replace(/[\s（）()〔〕:：,，、·\-_]/g, "");

/** Pinyin of every reading is too much; names of indicators have one reading each in practice. */
const spell = (text: string, pattern: "pinyin" | "first"): string =>
  fold(pinyin(text, { pattern, toneType: "none", type: "array", nonZh: "consecutive" }).join(""));

/** Points of one word against one entry: an exact code beats a name's start beats a name's middle; 0 is no match. */
function wordScore(word: string, f: Folded): number {
  if (f.code === word) return 100;
  if (f.zh === word || f.en === word) return 95;
  if (f.zh.startsWith(word) || f.initials.startsWith(word)) return 85;
  if (f.code.startsWith(word) || f.en.startsWith(word)) return 75;
  if (f.zh.includes(word)) return 65;
  if (f.pinyin.startsWith(word)) return 60;
  if (f.region.includes(word)) return 55;
  if (word.length >= 2 && f.initials.includes(word)) return 50;
  if (f.en.includes(word) || f.code.includes(word)) return 45;
  return word.length >= 3 && f.pinyin.includes(word) ? 35 : 0;
}

/**
 * Builds the index in memory: 10,000 entries take some 20 MB and answer within milliseconds.
 * Words of a query are separated by spaces and must all match; the score is their mean; headline figures and national series come first.
 */
export function createSearchIndex(entries: readonly SearchEntry[]): SearchIndex {
  const spelled = new Map<string, { pinyin: string; initials: string }>();
  const spellOnce = (text: string) => {
    const held = spelled.get(text) ?? { pinyin: spell(text, "pinyin"), initials: spell(text, "first") };
    spelled.set(text, held);
    return held;
  };
  const folded = entries.map((entry): Folded => {
    const { name, short, id } = entry.indicator;
    return {
      entry,
      code: fold(id),
      zh: fold(name.zh),
      en: fold(`${name.en} ${short.en}`),
      ...spellOnce(name.zh),
      region: fold(`${entry.regionZh}${entry.regionEn}${entry.region}`) + spellOnce(entry.regionZh).initials,
    };
  });
  return {
    size: folded.length,
    find(query) {
      const words = query
        .trim()
        .split(/\s+/)
        .map(fold)
        .filter((w) => w !== "");
      if (words.length === 0) return folded.map((f) => ({ entry: f.entry, score: 0 }));
      const hits: { entry: SearchEntry; score: number; zhLength: number }[] = [];
      for (const f of folded) {
        let total = 0;
        for (const word of words) {
          const score = wordScore(word, f);
          if (score === 0) {
            total = 0;
            break;
          }
          total += score;
        }
        if (total === 0) continue;
        const known = (f.entry.region === "CHN" ? 2 : 0) + (f.entry.headline ? 3 : 0);
        hits.push({ entry: f.entry, score: total / words.length + known, zhLength: f.zh.length });
      }
      return hits
        .sort((a, b) => b.score - a.score || a.zhLength - b.zhLength)
        .map(({ entry, score }) => ({ entry, score }));
    },
  };
}
