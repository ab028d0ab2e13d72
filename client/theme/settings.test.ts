import { describe, expect, it } from "vitest";
import { appearanceOf } from "./appearance.ts";
import { DEFAULT_SETTINGS, readSettings } from "./settings.ts";

describe("a person's settings", () => {
  it("survive being stored", () => {
    const own = { ...DEFAULT_SETTINGS, lang: "en", size: "large", shortcuts: false } as const;
    expect(readSettings(JSON.stringify(own))).toEqual(own);
  });
  it("fall back, one by one, when what was stored is unreadable or no longer offered", () => {
    expect(readSettings("{broken")).toEqual(DEFAULT_SETTINGS);
    expect(readSettings(null)).toEqual(DEFAULT_SETTINGS);
    expect(readSettings('{"theme":"neon","size":"large"}')).toEqual({ ...DEFAULT_SETTINGS, size: "large" });
  });
});

describe("what a page looks like", () => {
  it("is as the link insists, then as the person set it, then as the machine prefers", () => {
    const own = { ...DEFAULT_SETTINGS, theme: "light", lang: "en" } as const;
    expect(appearanceOf({ theme: "dark", lang: "zh" }, own, false)).toMatchObject({
      theme: "dark",
      lang: "zh",
    });
    expect(appearanceOf({}, own, true)).toMatchObject({ theme: "light", lang: "en" });
    expect(appearanceOf({}, DEFAULT_SETTINGS, true)).toMatchObject({ theme: "dark", lang: "zh" });
  });
});
