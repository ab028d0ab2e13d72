import { describe, expect, it } from "vitest";
import { decodeBlocks, encodeBlock } from "./nativeBlocks.ts";

describe("columns in the engine's binary form", () => {
  const block = encodeBlock([
    ["id", "UInt32", [1, 4_000_000_000]],
    ["day", "Date32", [-365, 20_000]],
    ["value", "Float64", [1.5, Number.NaN]],
    ["state", "UInt8", [0, 255]],
    ["at", "DateTime64(3, 'UTC')", [1_700_000_000_123, -1]],
    ["name", "String", ["居民消费价格", ""]],
    ["tail", "Array(Float64)", [[], [1, 2.5]]],
  ]);

  it("come back as they went in, block after block", () => {
    const columns = decodeBlocks(Buffer.concat([block, block]));
    expect(columns.rows).toBe(4);
    expect(Array.from(columns.numbers("id"))).toEqual([1, 4_000_000_000, 1, 4_000_000_000]);
    expect(Array.from(columns.numbers("day")).slice(2)).toEqual([-365, 20_000]);
    expect(columns.numbers("value")[1]).toBeNaN();
    expect(Array.from(decodeBlocks(block).numbers("at"))).toEqual([1_700_000_000_123, -1]);
    expect(columns.texts("name")).toEqual(["居民消费价格", "", "居民消费价格", ""]);
    expect(columns.lists("tail")).toEqual([[], [1, 2.5], [], [1, 2.5]]);
  });

  it("are empty for an empty answer", () => {
    const none = decodeBlocks(new Uint8Array(0));
    expect([none.rows, none.numbers("anything").length]).toEqual([0, 0]);
  });

  it("say what is wrong: unequal columns, an unknown type, an answer cut short, a name nobody selected", () => {
    expect(() =>
      encodeBlock([
        ["a", "UInt8", [1]],
        ["b", "UInt8", []],
      ]),
    ).toThrow("b has 0 values; 1 needed");
    expect(() => encodeBlock([["a", "UUID", [1]]])).toThrow("cannot write a column of type UUID");
    expect(() => decodeBlocks(block.subarray(0, block.length - 1))).toThrow("the answer ends early");
    expect(() => decodeBlocks(block).numbers("b")).toThrow("has no column b; it has id, day");
  });
});
