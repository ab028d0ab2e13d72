import { expect, it } from "vitest";
import { contextOf, seriesFrom } from "../../../tests/contracts/warningInputs.ts";
import { housePriceGap } from "./housePriceGap.ts";

const PRICES = "house-price.new.index";
const judge = (beijing: readonly number[], shanghai: readonly number[]) =>
  housePriceGap.evaluate(
    {
      [`${PRICES}@110000`]: seriesFrom(PRICES, "2025-03", beijing, { region: "110000" }),
      [`${PRICES}@310000`]: seriesFrom(PRICES, "2025-03", shanghai, { region: "310000" }),
    },
    housePriceGap.defaults,
    contextOf("2025-05-31", PRICES, { region: "110000" }),
  );

it.each([
  [100, 105, "none", "cold"],
  [100, 105.1, "watch", "cold"],
  [100, 108, "watch", "cold"],
  [100, 108.1, "warning", "cold"],
  [112, 100, "warning", "hot"],
  [112.1, 100, "critical", "hot"],
])("Beijing at %d and Shanghai at %d are %s, %s", (beijing, shanghai, severity, direction) => {
  expect(judge([100, beijing], [100, shanghai])).toMatchObject({ severity, direction, value: beijing });
});

it("compares the newest month that both cities have", () => {
  expect(judge([100, 120], [109])).toMatchObject({ period: "2025-03", severity: "warning", value: 100 });
});
