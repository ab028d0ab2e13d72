import { describe, expect, it } from "vitest";
import type { LightCell } from "../../../server/routers/views.ts";
import { lightRun } from "./lightRun.ts";

const cell = (light: LightCell["light"], carried = false): LightCell => ({
  period: "2025-01",
  light,
  value: light === null || carried ? null : 1,
  carried,
  reason: null,
});

describe("how long a light has lasted", () => {
  it("counts back from the newest until the light differs", () => {
    expect(lightRun([cell(3), cell(2), cell(2), cell(2)])).toEqual({ light: 2, periods: 3 });
  });

  it("a light carried over a month without a figure is no further month of evidence", () => {
    expect(lightRun([cell(3), cell(2), cell(2, true), cell(2)])).toEqual({ light: 2, periods: 2 });
  });

  it("without any light there is nothing to claim", () => {
    expect(lightRun([cell(null)])).toBeNull();
  });
});
