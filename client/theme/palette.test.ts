import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { contrast, deltaE00, seenBy, VISIONS } from "./colourScience.ts";
import { LIGHT_LEVELS, PALETTES, type Palette } from "./palette.ts";

/** Smallest difference between any two of the colours, as seen with one kind of colour vision. */
function closest(colours: readonly string[], vision: (typeof VISIONS)[number]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [i, a] of colours.entries())
    for (const b of colours.slice(i + 1))
      least = Math.min(least, deltaE00(seenBy(a, vision), seenBy(b, vision)));
  return least;
}

const themes = Object.entries(PALETTES) as [keyof typeof PALETTES, Palette][];

describe.each(themes)("the %s palette", (name, palette) => {
  it.each(VISIONS)("keeps the five lights apart for %s vision", (vision) => {
    expect(
      closest(
        LIGHT_LEVELS.map((l) => palette.lights[l]),
        vision,
      ),
    ).toBeGreaterThanOrEqual(18);
  });

  it("writes readably upon every light", () => {
    for (const l of LIGHT_LEVELS)
      expect(contrast(palette.on[l], palette.lights[l])).toBeGreaterThanOrEqual(4.5);
  });

  it("writes readably upon every ground, down to the faintest text", () => {
    for (const text of [palette.ink, palette.ink2, palette.ink3, palette.accent, palette.danger])
      for (const ground of [palette.bg, palette.surface, palette.sunken])
        expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
    for (const text of [palette.accent, palette.ink2])
      expect(contrast(text, palette.accentbg)).toBeGreaterThanOrEqual(4.5);
  });

  it("draws series that stand out from the ground and from each other", () => {
    for (const colour of palette.series) expect(contrast(colour, palette.surface)).toBeGreaterThanOrEqual(3);
    expect(closest(palette.series, "normal")).toBeGreaterThanOrEqual(16);
    // Dashes and labels at the lines carry the rest for colour-blind eyes.
    for (const vision of VISIONS) expect(closest(palette.series, vision)).toBeGreaterThanOrEqual(9);
  });

  it("is the same in the style sheet as in the charts", () => {
    const css = readFileSync(join(import.meta.dirname, "tokens.css"), "utf8");
    const block = css.slice(css.indexOf(name === "light" ? ":root {" : '[data-theme="dark"] {'));
    const token = (key: string) => new RegExp(`--${key}: (#[0-9a-f]{6});`).exec(block)?.[1];
    for (const key of [
      "bg",
      "surface",
      "sunken",
      "line",
      "ink",
      "ink2",
      "ink3",
      "accent",
      "accentbg",
      "danger",
    ] as const)
      expect([key, token(key)]).toEqual([key, palette[key]]);
    for (const l of LIGHT_LEVELS)
      expect([token(`l${l}`), token(`on${l}`)]).toEqual([palette.lights[l], palette.on[l]]);
  });
});
