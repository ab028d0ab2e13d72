import { describe, expect, it } from "vitest";
import { combinationShown } from "./combinationShown.ts";

const members = [
  { model: "arima", version: "1", weight: 0.4, rmse: 0.5, errors: 150 },
  { model: "ets", version: "2", weight: 0.6, rmse: 0.4, errors: 151 },
];
const title = (model: string) => ({ zh: model, en: model.toUpperCase() });
const all = (): boolean => true;

describe("what a combination is made of", () => {
  it("is told heaviest first, by name, with the errors that made the weights", () => {
    const told = combinationShown({ members }, true, all, title);
    expect(told).toMatchObject({ withheld: 0, why: null });
    expect(told.members.map((m) => [m.modelTitle.en, m.weight, m.rmse, m.errors])).toEqual([
      ["ETS", 0.6, 0.4, 151],
      ["ARIMA", 0.4, 0.5, 150],
    ]);
  });
  it("tells a leader nothing of a member that may not be shown but the share that is left", () => {
    const told = combinationShown({ members }, true, (m) => m === "ets", title);
    expect(told.members.map((m) => m.model)).toEqual(["ets"]);
    expect(told.withheld).toBeCloseTo(0.4, 12);
  });
  it("is not known of a day whose forecast was not kept, nor of a row from before weights were kept", () => {
    const gone = combinationShown(undefined, false, all, title);
    const replaced = combinationShown({ members }, false, all, title);
    const old = combinationShown({ members: [] }, true, all, title);
    expect(gone.members).toEqual([]);
    expect(gone.why!.en).toMatch(/kept on that day/);
    expect(replaced).toEqual(gone);
    expect(old.why!.en).toMatch(/before weights were/);
  });
});
