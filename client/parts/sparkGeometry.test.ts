import { describe, expect, it } from "vitest";
import { sparkGeometry } from "./sparkGeometry.ts";

const BOX = { width: 100, height: 20, padding: 0 };

describe("a sparkline", () => {
  it("runs from the lowest figure at the bottom to the highest at the top", () => {
    expect(sparkGeometry([0, 10, 5], BOX).path).toBe("M0 20L50 0L100 10");
  });
  it("breaks at a gap instead of bridging it", () => {
    expect(sparkGeometry([0, 10, null, 10, 0], BOX).path).toBe("M0 20L25 0M75 0L100 20");
  });
  it("shows a figure between two gaps as a dot", () => {
    expect(sparkGeometry([null, 3, null], BOX)).toMatchObject({ path: "", dots: [[50, 10]], end: [50, 10] });
  });
  it("puts a constant series in the middle", () => {
    expect(sparkGeometry([2, 2], BOX).path).toBe("M0 10L100 10");
  });
  it("ends at the newest number even when the last months are missing", () => {
    expect(sparkGeometry([0, 10, null], BOX).end).toEqual([50, 0]);
  });
  it("widens the scale to show a normal band nearby", () => {
    const g = sparkGeometry([0, 10], BOX, [5, 15]);
    expect(g.path).toBe("M0 20L100 6.7");
    expect(g.band).toEqual({ y: 0, height: 13.3 });
  });
  it("is not flattened by a band far away, and does not draw what is out of sight", () => {
    const g = sparkGeometry([0, 10], BOX, [1000, 2000]);
    expect(g.path).toBe("M0 20L100 0");
    expect(g.band).toBeNull();
  });
  it("is empty without figures", () => {
    expect(sparkGeometry([null, null], BOX)).toEqual({ path: "", dots: [], end: null, band: null });
  });
});
