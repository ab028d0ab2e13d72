import { expect, it } from "vitest";
import { contextOf } from "../../../tests/contracts/warningInputs.ts";
import { memberLight } from "./memberLight.ts";

type Zone = 1 | 2 | 3 | 4 | 5;

it.each([
  [[3, 1], "none"],
  [[3, 1, 1], "watch"],
  [[3, 2, 2, 2], "none"],
  [[5, 5, 5, 5, 5], "watch"],
  [[5, 5, 5, 5, 5, 5], "warning"],
  [[1, 1, 1, 5, 5], "watch"],
  [[1, 1, 1, 5], "none"],
] as [Zone[], string][])("after the lights %j a member is %s", (lights, severity) => {
  const path = {
    periods: lights.map((_, i) => `2024-${String(i + 1).padStart(2, "0")}`),
    lights,
    values: lights.map((l) => l * 2),
    carried: lights.map(() => false),
    bounds: [2, 4, 8, 10] as const,
  };
  const context = contextOf("2024-05-31", "retail.yoy", { light: () => path });
  expect(memberLight.evaluate({}, memberLight.defaults, context)).toMatchObject({ severity });
});
