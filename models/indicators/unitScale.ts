type Locale = "zh" | "en";

/** How a stored figure is scaled for the eye: shown = stored / divisor, in `unit`, with `decimals`. */
export interface UnitScale {
  unit: string;
  divisor: number;
  decimals: number;
}

type Steps = readonly (readonly [unit: string, divisor: number])[];

/** From the largest step to the smallest; a step is taken when the magnitude reaches one of it. */
const STEPS: Readonly<Record<string, Readonly<Record<Locale, Steps>>>> = {
  "hundred-million-yuan": {
    zh: [
      ["trillion-yuan", 1e4],
      ["hundred-million-yuan", 1],
    ],
    en: [
      ["trillion-yuan", 1e4],
      ["billion-yuan", 10],
      ["million-yuan", 0.01],
    ],
  },
  "ten-thousand-yuan": {
    zh: [
      ["trillion-yuan", 1e8],
      ["hundred-million-yuan", 1e4],
      ["ten-thousand-yuan", 1],
    ],
    en: [
      ["trillion-yuan", 1e8],
      ["billion-yuan", 1e5],
      ["million-yuan", 100],
      ["yuan", 1e-4],
    ],
  },
  "hundred-million-usd": {
    zh: [
      ["trillion-usd", 1e4],
      ["hundred-million-usd", 1],
    ],
    en: [
      ["trillion-usd", 1e4],
      ["billion-usd", 10],
      ["million-usd", 0.01],
    ],
  },
  "thousand-usd": {
    zh: [
      ["trillion-usd", 1e9],
      ["hundred-million-usd", 1e5],
      ["ten-thousand-usd", 10],
      ["thousand-usd", 1],
    ],
    en: [
      ["trillion-usd", 1e9],
      ["billion-usd", 1e6],
      ["million-usd", 1e3],
      ["thousand-usd", 1],
    ],
  },
  "ten-thousand-kwh": {
    zh: [
      ["trillion-kwh", 1e8],
      ["hundred-million-kwh", 1e4],
      ["ten-thousand-kwh", 1],
    ],
    en: [
      ["trillion-kwh", 1e8],
      ["billion-kwh", 1e5],
      ["million-kwh", 100],
    ],
  },
  persons: {
    zh: [
      ["hundred-million-persons", 1e8],
      ["ten-thousand-persons", 1e4],
      ["persons", 1],
    ],
    en: [
      ["billion-persons", 1e9],
      ["million-persons", 1e6],
      ["persons", 1],
    ],
  },
  "million-tonnes": {
    zh: [
      ["hundred-million-tonnes", 100],
      ["million-tonnes", 1],
    ],
    en: [
      ["billion-tonnes", 1e3],
      ["million-tonnes", 1],
    ],
  },
  count: {
    zh: [
      ["ten-thousand-count", 1e4],
      ["count", 1],
    ],
    en: [
      ["million-count", 1e6],
      ["count", 1],
    ],
  },
};

/**
 * The unit and divisor in which people read a magnitude: 1,349,084 亿元 is 134.91 万亿元, in English
 * 134.91 trillion yuan. Units without a customary scaling keep their own. A series or an axis passes
 * its largest magnitude once, so that all its figures share one unit.
 */
export function unitScale(unit: string, magnitude: number, decimals: number, locale: Locale): UnitScale {
  const steps = STEPS[unit]?.[locale];
  if (!steps) return { unit, divisor: 1, decimals };
  const size = Math.abs(magnitude);
  const last = steps.at(-1)!;
  const [name, divisor] = steps.find(([, d]) => size >= d) ?? last;
  if (divisor === 1) return { unit: name, divisor, decimals };
  if (divisor < 1) return { unit: name, divisor, decimals: 0 };
  const shown = size / divisor;
  return { unit: name, divisor, decimals: shown >= 1000 ? 0 : shown >= 100 ? 1 : 2 };
}
