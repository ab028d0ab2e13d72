import { pinyin } from "pinyin-pro";

/**
 * What people type to find a Chinese name: all of its pinyin and the initials, without tones, capitals or spaces.
 *   居民消费价格 → { full: "juminxiaofeijiage", initials: "jmxfjg" }
 * Latin letters and digits stay as they are.
 */
export function pinyinKeys(text: string): { full: string; initials: string } {
  const syllables = pinyin(text, { toneType: "none", type: "array", v: true, nonZh: "consecutive" });
  const plain = syllables.map((s) => s.toLowerCase().replace(/[^a-z0-9]/g, "")).filter((s) => s !== "");
  const full = plain.join("");
  const initials = syllables
    .map((s, i) => ({ s: s.toLowerCase().replace(/[^a-z0-9]/g, ""), latin: text.includes(syllables[i]!) }))
    .map(({ s, latin }) => (latin ? s : s.slice(0, 1)))
    .join("");
  return { full, initials };
}
