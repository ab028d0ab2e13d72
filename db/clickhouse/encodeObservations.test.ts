import { describe, expect, it } from "vitest";
import {
  basisCode,
  encodeObservations,
  LOAD_COLUMNS,
  NO_REASON,
  observationColumns,
  reasonCode,
  statusCode,
} from "./encodeObservations.ts";

function sample(rows: number) {
  const columns = observationColumns(rows);
  for (let i = 0; i < rows; i++) {
    columns.seriesId[i] = 70_000 + i;
    columns.start[i] = -365;
    columns.end[i] = 20_000 + i;
    columns.value[i] = i / 2;
    columns.reason[i] = NO_REASON;
  }
  return columns;
}

describe("a block of observations for the engine", () => {
  it("holds each column once, little-endian, under its name and type", () => {
    const block = Buffer.from(encodeObservations(sample(3), 2));
    expect([block[0], block[1]]).toEqual([LOAD_COLUMNS.length, 2]);
    const head = Buffer.concat([
      Buffer.from([9]),
      Buffer.from("series_id"),
      Buffer.from([6]),
      Buffer.from("UInt32"),
    ]);
    expect(block.subarray(2, 2 + head.length)).toEqual(head);
    expect(block.readUInt32LE(2 + head.length)).toBe(70_000);
    expect(block.readUInt32LE(2 + head.length + 4)).toBe(70_001);
    const start = block.indexOf("Date32") + "Date32".length;
    expect(block.readInt32LE(start)).toBe(-365);
  });

  it("writes row counts beyond one byte and takes columns that start inside a larger buffer", () => {
    const large = sample(500);
    const tail = { ...large, value: large.value.subarray(200) };
    const block = Buffer.from(encodeObservations(tail, 300));
    expect([block[1], block[2]]).toEqual([(300 % 128) + 128, 2]);
    expect(block.readDoubleLE(block.indexOf("Float64") + "Float64".length)).toBe(100);
  });

  it("is empty for no rows and says which column is short", () => {
    expect(encodeObservations(sample(1), 0)).toHaveLength(0);
    const short = { ...sample(4), status: new Uint8Array(3) };
    expect(() => encodeObservations(short, 4)).toThrow("status has 3 values; 4 needed");
  });

  it("codes a state by its place in the list of words", () => {
    expect([statusCode("normal"), statusCode("missing")]).toEqual([0, 5]);
    expect([reasonCode(null), reasonCode("not-yet-released")]).toEqual([NO_REASON, 0]);
    expect(basisCode("simulated")).toBe(3);
  });
});
