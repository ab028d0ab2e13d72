import { expect, it } from "vitest";
import { ByteMemo } from "./byteMemo.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it("reads each distinct text once and returns the same meaning ever after", () => {
  let reads = 0;
  const memo = new ByteMemo((b, from, to) => {
    reads++;
    return new TextDecoder().decode(b.subarray(from, to));
  });
  const line = bytes("cpi.yoy,ppi.yoy,cpi.yoy");
  expect(memo.get(line, 0, 7)).toBe("cpi.yoy");
  expect(memo.get(line, 8, 15)).toBe("ppi.yoy");
  expect(memo.get(line, 16, 23)).toBe("cpi.yoy");
  expect(reads).toBe(2);
});

it("stays right while it grows past its limit and forgets", () => {
  const memo = new ByteMemo((b, from, to) => Number(new TextDecoder().decode(b.subarray(from, to))));
  for (const round of [0, 1]) {
    for (let i = 0; i < 150_000; i += 1 + round) {
      const text = bytes(String(i));
      if (memo.get(text, 0, text.length) !== i) throw new Error(`${i} was read as something else`);
    }
  }
  const empty = bytes("");
  expect(memo.get(empty, 0, 0)).toBe(0);
});
