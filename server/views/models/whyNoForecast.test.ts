import { expect, it } from "vitest";
import type { ErrorRecordThen } from "../../../models/forecast/recordOf.ts";
import { whyNoForecast } from "./whyNoForecast.ts";

const record = (horizon: number, state: ErrorRecordThen["standing"]["state"]) =>
  ({ horizon, standing: { state } }) as ErrorRecordThen;
const then = { target: true, lookingBack: true };

it("says that no model is better than repeating figures only where one was judged and lost", () => {
  expect(whyNoForecast([record(1, "lost-to-naive"), record(1, "too-few-origins")], null, then).en).toMatch(
    /no model has been better than repeating/,
  );
  expect(whyNoForecast([record(1, "too-few-origins"), record(3, "lost-to-naive")], null, then).en).toMatch(
    /Too few origins/,
  );
});

it.each([
  ["no back-test could be scored by then", [], null, then, /no back-test could be scored yet/],
  ["none was run at all", [], null, { target: true, lookingBack: false }, /back-tested yet/],
  ["the indicator is not forecast", [], null, { target: false, lookingBack: true }, /is not forecast/],
  ["the chosen model said nothing that still stands", [record(1, "good")], "ets", then, /still stands/],
] as const)("says so when %s", (_, records, chosen, when, text) =>
  expect(whyNoForecast(records, chosen, when).en).toMatch(text),
);

it("says that models were demoted where one was, for they did beat naive once", () =>
  expect(whyNoForecast([record(1, "lost-to-naive"), record(1, "demoted")], null, then).en).toMatch(
    /lost their edge and were demoted/,
  ));
