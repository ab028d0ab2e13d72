import { expect, it } from "vitest";
import { readablePassword } from "./readablePassword.ts";

it("a first password can be read aloud, and uses all of its letters", () => {
  let n = 0;
  const counting = (below: number): number => n++ % below;
  expect(readablePassword(counting)).toMatch(
    /^([bdfghjkmnprstvz][aeiou]){3}(-([bdfghjkmnprstvz][aeiou]){3}){3}$/,
  );
  const seen = new Set(
    Array.from({ length: 20 }, () => readablePassword(counting))
      .join("")
      .replaceAll("-", ""),
  );
  expect(seen.size).toBe(20);
});
