import { expect, it } from "vitest";
import { lineDiff } from "./lineDiff.ts";

it("shows what left and what came, and nothing that stayed", () => {
  expect(lineDiff("a\nb\nc", "a\nc\nd")).toEqual(["− b", "+ d"]);
  expect(lineDiff("a\na\nb", "a\nb\nb")).toEqual(["− a", "+ b"]);
  expect(lineDiff("a\nb", "a\nb")).toEqual([]);
});
