import { expect, it } from "vitest";
import { chooseModel, type StandingRecord } from "./chooseModel.ts";

const record = (
  model: string,
  horizon: number,
  relativeToNaive: number,
  state: StandingRecord["standing"]["state"],
): StandingRecord => ({ model, horizon, relativeToNaive, standing: { state } });

it("chooses the model in good standing with the lowest mean error over all horizons", () => {
  const records = [
    record("ets", 1, 0.8, "good"),
    record("ets", 3, 1.3, "lost-to-naive"),
    record("arima", 1, 0.9, "good"),
    record("arima", 3, 0.95, "good"),
    record("drift", 1, 0.5, "too-few-origins"),
  ];
  expect(chooseModel(records)).toBe("arima");
});

it("passes over a model that was demoted, though over all its origins it still beats naive", () => {
  expect(chooseModel([record("arima", 1, 0.6, "demoted"), record("ets", 1, 0.9, "good")])).toBe("ets");
});

it("chooses none when none is in good standing at the shortest horizon", () => {
  expect(chooseModel([record("ets", 1, 1.1, "lost-to-naive"), record("ets", 6, 0.7, "good")])).toBeNull();
  expect(chooseModel([])).toBeNull();
});
