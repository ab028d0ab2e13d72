import { describe, expect, it } from "vitest";
import { indicatorById } from "../indicators/registry.ts";
import { PRESETS } from "./presets.ts";

describe.each(PRESETS)("the members of $id", (preset) => {
  it.each(preset.members.map((m) => [m.indicator, m] as const))(
    "%s is a monthly series of the catalogue",
    (_, member) => {
      const indicator = indicatorById(member.indicator);
      expect(indicator?.frequency).toBe("M");
      // A figure taken as published is judged in its own unit.
      expect(member.prepare === "none" ? indicator?.unit : "percent").toBe(member.unit);
      expect(indicator?.simulated).toBeUndefined();
    },
  );
});
