import { expect, it } from "vitest";
import { AppError } from "../../models/errors.ts";
import { whyRefused } from "./whyRefused.ts";

const PLAIN = { zh: "数据不足", en: "too little" };

it("tells the analysis' own sentence, and a plain one where it has none for people", () => {
  const words = { zh: "需要60个月，现有12个月", en: "60 months are needed; found 12" };
  expect(whyRefused(new AppError("not-enough-data", words), PLAIN)).toEqual(words);
  expect(whyRefused(new AppError("not-enough-data", "n ≤ k"), PLAIN)).toEqual(PLAIN);
});

it("does not tell a fault as a lack of figures", () => {
  const fault = new AppError("store-unavailable", "the thread ended");
  expect(() => whyRefused(fault, PLAIN)).toThrow(fault);
  expect(() => whyRefused(new TypeError("x"), PLAIN)).toThrow(TypeError);
});
