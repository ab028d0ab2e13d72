import { describe, expect, it } from "vitest";
import { clockFrame, TRAIL } from "./clockGeometry.ts";
import { placeLabels } from "./placeLabels.ts";

const path = (id: string, level: (number | null)[], change: (number | null)[]) => ({ id, level, change });

describe("the face of the clock", () => {
  it("has expansion at the top right: above trend and rising", () => {
    const { trails, reach } = clockFrame([path("a", [0.5], [0.5])], 0);
    expect(reach).toBe(0.75);
    expect(trails[0]!.head!.x).toBeCloseTo(5 / 6);
    expect(trails[0]!.head!.y).toBeCloseTo(1 / 6);
  });

  it("draws one piece a month, the newest with age 1, and none across a month that is not known", () => {
    const { trails } = clockFrame([path("a", [0, 0.1, null, 0.3, 0.4], [0, 0, 0, 0, 0])], 4);
    expect(trails[0]!.pieces.map((p) => p.age)).toEqual([0.25, 1]);
  });

  it("the head is the newest known position, and there is none where nothing is known", () => {
    const { trails } = clockFrame([path("a", [0.2, null], [0, null]), path("b", [null, null], [0, 0])], 1);
    expect(trails[0]!.head!.x).toBe(0.5);
    expect(trails[0]!.head!.y).toBeCloseTo(0.3);
    expect(trails[1]).toMatchObject({ head: null, pieces: [] });
  });

  it("shows a year of moves up to the month asked for and opens only as far as these need", () => {
    const level = Array.from({ length: 40 }, (_, t) => (t === 0 ? -6.8 : 0.4));
    const flat = level.map(() => 0);
    expect(clockFrame([path("a", level, flat)], 39).reach).toBe(0.5);
    expect(clockFrame([path("a", level, flat)], 39).trails[0]!.pieces).toHaveLength(TRAIL - 1);
    expect(clockFrame([path("a", level, flat)], 5).reach).toBe(8);
  });
});

describe("labels at the heads", () => {
  const room = { height: 10, top: 0, bottom: 100 };
  it("stay where they are while there is room", () => {
    const labels = [
      { id: "a", x: 0, y: 20, width: 30 },
      { id: "b", x: 0, y: 40, width: 30 },
    ];
    expect(placeLabels(labels, room)).toEqual(labels);
  });
  it("make room for each other, each in the nearest free place, and stay on the face", () => {
    const at = (y: number) =>
      placeLabels(
        ["a", "b", "c"].map((id) => ({ id, x: 0, y, width: 30 })),
        room,
      ).map((l) => l.y);
    expect(at(50)).toEqual([50, 60, 40]);
    expect(at(98)).toEqual([98, 88, 78]);
  });
  it("leave heads free: above or below one that lies in the way", () => {
    const label = { id: "a", x: 10, y: 50, width: 30 };
    const head = (x: number) => ({ id: "b", x, y: 52, width: 10, height: 10 });
    expect(placeLabels([label], room, [head(50)])[0]!.y).toBe(50);
    expect(placeLabels([label], room, [head(20)])[0]!.y).toBe(42);
  });
  it("take the other side of their head where that keeps them nearer to it", () => {
    const label = { id: "a", x: 60, y: 50, width: 30, otherX: 10 };
    const wall = { id: "b", x: 70, y: 50, width: 10, height: 60 };
    expect(placeLabels([label], room, [wall])[0]).toMatchObject({ x: 10, y: 50 });
    expect(placeLabels([label], room)[0]).toMatchObject({ x: 60, y: 50 });
  });
});
