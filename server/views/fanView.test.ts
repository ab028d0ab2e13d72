import { expect, it } from "vitest";
import type { ErrorSummary } from "../../db/stores/contract.ts";
import { chooseModel } from "./fanView.ts";

const e = (model: string, horizon: number, relativeToNaive: number, gate: ErrorSummary["gate"]) =>
  ({ model, horizon, relativeToNaive, gate }) as ErrorSummary;

it("chooses the gated model with the lowest mean error over all horizons", () => {
  const errors = [
    e("ets", 1, 0.8, "passed"),
    e("ets", 3, 1.3, "lost-to-naive"),
    e("arima", 1, 0.9, "passed"),
    e("arima", 3, 0.95, "passed"),
    e("drift", 1, 0.5, "too-few-origins"),
  ];
  expect(chooseModel(errors)).toBe("arima");
});

it("chooses none when none has beaten naive at the shortest horizon", () => {
  expect(chooseModel([e("ets", 1, 1.1, "lost-to-naive"), e("ets", 6, 0.7, "passed")])).toBeNull();
  expect(chooseModel([])).toBeNull();
});
