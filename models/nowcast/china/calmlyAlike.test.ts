import { expect, it } from "vitest";
import { calmlyAlike } from "./calmlyAlike.ts";

it("takes a lead in half of the periods, and a little more, for chance; a lead in two of three for a lead", () => {
  expect(calmlyAlike({ nearer: 27, n: 53 })).toBe(true);
  expect(calmlyAlike({ nearer: 29, n: 53 })).toBe(true);
  expect(calmlyAlike({ nearer: 36, n: 53 })).toBe(false);
  expect(calmlyAlike({ nearer: 100, n: 160 })).toBe(false);
  expect(calmlyAlike({ nearer: 0, n: 0 })).toBe(true);
});
