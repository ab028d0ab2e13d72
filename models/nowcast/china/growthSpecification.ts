import type { NowcastSpecification } from "./specification.ts";

/**
 * Quarterly real growth of GDP, year on year, from monthly activity: one factor, AR(1) idiosyncratic parts.
 * Industry published February alone in some years before 2013, and together with January ever since.
 */
export const GROWTH_SPECIFICATION: NowcastSpecification = {
  name: "gdp-growth",
  target: "gdp.yoy",
  running: { growth: "gdp.ytd-yoy", level: "gdp.ytd" },
  members: [
    { id: "gdp.yoy", row: { kind: "quarterly-mean" } },
    { id: "iva.yoy", row: { kind: "january-february", since: 2013 * 12 } },
    { id: "retail.yoy" },
    { id: "electricity.ytd-yoy", row: { kind: "year-to-date" } },
    { id: "exports.yoy" },
    { id: "imports.yoy" },
    { id: "pmi.manufacturing" },
    { id: "ppi.yoy" },
  ],
  since: 2008 * 12,
  factors: 1,
  order: 1,
};
