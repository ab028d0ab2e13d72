import { describe, expect, it } from "vitest";
import { UNITS } from "../../models/indicators/indicator.ts";
import { formatWords } from "./formatWords.ts";
import { unitScale } from "./unitScale.ts";

describe.each(["zh", "en"] as const)("every unit can be read in %s", (locale) => {
  it.each(UNITS)("%s, at every magnitude", (unit) => {
    for (const magnitude of [0, 1, 1e3, 1e5, 1e8, 1e10]) {
      const scale = unitScale(unit, magnitude, 1, locale);
      expect(formatWords(locale).unit).toHaveProperty(scale.unit);
    }
  });
});
