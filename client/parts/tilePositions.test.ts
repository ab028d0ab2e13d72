import { describe, expect, it } from "vitest";
import { TILE_COLUMNS, TILE_LETTERS, TILE_POSITIONS, TILE_ROWS } from "./tilePositions.ts";

describe("the province tiles", () => {
  const all = Object.entries(TILE_POSITIONS);
  it("holds all 34 provincial-level regions, Taiwan, Hong Kong and Macao among them", () => {
    expect(all).toHaveLength(34);
    for (const code of ["710000", "810000", "820000"]) expect(TILE_POSITIONS).toHaveProperty(code);
  });
  it("gives every region a tile of its own inside the grid", () => {
    expect(new Set(all.map(([, at]) => at.join())).size).toBe(34);
    for (const [, [row, column]] of all) {
      expect(row).toBeLessThan(TILE_ROWS);
      expect(column).toBeGreaterThanOrEqual(1);
      expect(column).toBeLessThanOrEqual(TILE_COLUMNS);
    }
  });
  it("has two letters of its own for every region", () => {
    expect(Object.keys(TILE_LETTERS).sort()).toEqual(Object.keys(TILE_POSITIONS).sort());
    expect(new Set(Object.values(TILE_LETTERS)).size).toBe(34);
  });
  it("keeps neighbours in order: Heilongjiang north of Hainan, Xinjiang west of Shanghai", () => {
    expect(TILE_POSITIONS["230000"]?.[0]).toBeLessThan(TILE_POSITIONS["460000"]?.[0] ?? -1);
    expect(TILE_POSITIONS["650000"]?.[1]).toBeLessThan(TILE_POSITIONS["310000"]?.[1] ?? -1);
  });
});
