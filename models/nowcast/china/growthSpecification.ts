import type { NowcastSpecification } from "./specification.ts";

/**
 * Quarterly real growth of GDP, year on year, from monthly activity: one factor. The own parts of
 * industry, retail and trade are white: what they say alone of a month is festivals and base effects, gone the month after.
 * Industry published February alone in some years before 2013, and together with January ever since.
 */
export const GROWTH_SPECIFICATION: NowcastSpecification = {
  name: "gdp-growth",
  target: "gdp.yoy",
  running: { growth: "gdp.ytd-yoy", level: "gdp.ytd" },
  members: [
    { id: "gdp.yoy", row: { kind: "quarterly-mean" } },
    { id: "iva.yoy", row: { kind: "january-february", since: 2013 * 12 }, idiosyncratic: "white" },
    { id: "retail.yoy", idiosyncratic: "white" },
    { id: "electricity.ytd-yoy", row: { kind: "year-to-date" } },
    { id: "exports.yoy", idiosyncratic: "white" },
    { id: "imports.yoy", idiosyncratic: "white" },
    { id: "pmi.manufacturing" },
    { id: "ppi.yoy" },
  ],
  since: 2008 * 12,
  factors: 1,
  order: 1,
};
