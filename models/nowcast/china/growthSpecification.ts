import type { NowcastSpecification } from "./specification.ts";

/**
 * Quarterly real growth of GDP, year on year, from monthly activity: one factor. The own parts of industry, retail and trade
 * are white: what they say alone of a month is festivals and base effects, gone the month after.
 * The mean of growth fell from 12 to 5 percent over the sample; a model that returns to the sample's mean is above the
 * figure in every quarter of that way, so the target's own part is held near a random walk.
 * Industry published February alone in some years before 2013, retail before 2012, customs before 2020.
 */
export const GROWTH_SPECIFICATION: NowcastSpecification = {
  name: "gdp-growth",
  target: "gdp.yoy",
  running: { growth: "gdp.ytd-yoy", level: "gdp.ytd" },
  members: [
    { id: "gdp.yoy", group: "production", row: { kind: "quarterly-mean" } },
    {
      id: "iva.yoy",
      group: "production",
      row: { kind: "january-february", since: 2013 * 12 },
      idiosyncratic: "white",
      withTarget: true,
    },
    {
      id: "retail.yoy",
      group: "consumption",
      row: { kind: "january-february", since: 2012 * 12 },
      idiosyncratic: "white",
      withTarget: true,
    },
    { id: "electricity.ytd-yoy", group: "production", row: { kind: "year-to-date" } },
    {
      id: "exports.yoy",
      group: "trade",
      row: { kind: "january-february", since: 2020 * 12 },
      idiosyncratic: "white",
    },
    {
      id: "imports.yoy",
      group: "trade",
      row: { kind: "january-february", since: 2020 * 12 },
      idiosyncratic: "white",
    },
    { id: "pmi.manufacturing", group: "survey", row: { kind: "monthly" } },
    { id: "ppi.yoy", group: "prices", row: { kind: "monthly" } },
  ],
  since: 2008 * 12,
  factors: 1,
  order: 1,
  ownPersistence: 0.99,
};
