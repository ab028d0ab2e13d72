import { describe, expect, it } from "vitest";
import { AppError } from "../errors.ts";
import { hodrickPrescott } from "./hodrickPrescott.ts";
import { cutOffPeriod, ravnUhlig, smoothingParameter } from "./smoothingParameter.ts";
import { wave } from "./testFigures.ts";

describe("the smoothing parameter", () => {
  it("of 120 and 12 months is the OECD's", () => {
    expect(smoothingParameter(120)).toBeCloseTo(133_107.938, 3);
    expect(smoothingParameter(12)).toBeCloseTo(13.9282, 4);
    expect(smoothingParameter(6)).toBeCloseTo(1, 12);
  });
  it("and its period are inverses; months follow quarters by the fourth power", () => {
    expect(cutOffPeriod(smoothingParameter(39.7))).toBeCloseTo(39.7, 10);
    expect(cutOffPeriod(1600)).toBeCloseTo(39.7, 1);
    expect(ravnUhlig(12)).toBe(129_600);
    expect(ravnUhlig(1)).toBe(6.25);
    expect(() => smoothingParameter(2)).toThrow(AppError);
  });
  it("is where half of a wave stays in the trend", () => {
    const { trend } = hodrickPrescott(wave(1200, 40), smoothingParameter(40));
    expect(trend[600]).toBeCloseTo(0.5 * Math.cos((2 * Math.PI * 600) / 40), 6);
  });
});
