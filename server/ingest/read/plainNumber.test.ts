import { expect, it } from "vitest";
import { plainNumber } from "./plainNumber.ts";
import { readNumber } from "./readNumber.ts";

const read = (text: string): number => {
  const bytes = new TextEncoder().encode(`x${text}y`);
  return plainNumber(bytes, 1, bytes.length - 1);
};

it("reads a plain decimal to the same double as the slower rules", () => {
  let seed = 12345;
  const random = (): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed / 0x7fffffff;
  };
  const texts = Array.from({ length: 20_000 }, () => {
    const size = random() * 10 ** Math.floor(random() * 12);
    return `${random() < 0.3 ? "-" : ""}${size.toFixed(Math.floor(random() * 4))}`;
  });
  expect(texts.map(read)).toEqual(texts.map(readNumber));
});

it.each(["0", "-0", "5.", ".5", "101.25", "999999999999999", "0.00000000000001", "-32.0"])("%s", (text) => {
  expect(read(text)).toBe(readNumber(text));
});

it.each(["", "-", ".", "1,234", "1e5", "+1", "(1)", "1.2.3", "9007199254740993", "12 ", "１"])(
  "leaves “%s” to the slower rules",
  (text) => {
    expect(read(text)).toBeNaN();
  },
);
