import { expect, it } from "vitest";
import { AppError } from "../errors.ts";
import { refusalOf } from "./refusal.ts";

it("knows our own error and a stranger's with a code", () => {
  expect(refusalOf(new AppError("not-enough-data", "needs 24; found 3"))).toEqual({
    code: "not-enough-data",
    message: "needs 24; found 3",
  });
  expect(refusalOf(Object.assign(new Error("too short"), { code: "not-enough-data" }))).toMatchObject({
    code: "not-enough-data",
  });
});
it("takes a programming error for what it is", () => {
  expect(refusalOf(new TypeError("x is not a function"))).toBeNull();
  expect(refusalOf("no")).toBeNull();
});
