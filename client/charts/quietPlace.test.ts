import { describe, expect, it } from "vitest";
import { quietPlace } from "./quietPlace.ts";

const AXIS = { min: 0, max: 6 };

describe("the label of a goal's line", () => {
  it("stands above the line where the figures run below it", () => {
    expect(quietPlace([0, 0, 0, 1.8, 2.3, 1.8, 2.3, 2.1, 1.9], 2, 0.3, AXIS)).toBe("insideStartTop");
  });
  it("stands at the end when the figures left the goal only there", () => {
    expect(quietPlace([2.4, 1.7, 2.3, 2.4, 1.7, 2.3, 5, 5, 5], 2, 0.3, AXIS)).toBe("insideEndBottom");
  });
  it("goes below the line when the figures run above it", () => {
    expect(quietPlace([5, 5, 5, 2.4, 1.7, 2.2, 2.3, 1.8, 2.2], 2, 0.3, AXIS)).toBe("insideStartBottom");
  });
  it("stays within the axis: below its lowest line stand the days", () => {
    const low = [2.6, 2.4, 2.6, 5, 5, 5, 2.4, 2.3, 2.4];
    expect(quietPlace(low, 2, 0.3, AXIS)).toBe("insideMiddleBottom");
    expect(quietPlace(low, 2, 0.3, { min: 2, max: 6 })).toBe("insideMiddleTop");
    expect(quietPlace(low, 5.9, 0.3, AXIS)).toBe("insideStartBottom");
  });
  it("does not take a gap for a figure in its way", () => {
    expect(quietPlace([2.3, 1.7, 2.3, 2.3, 1.7, 2.3, null, null, null, null], 2, 0.3, AXIS)).toBe(
      "insideEndTop",
    );
  });
});
