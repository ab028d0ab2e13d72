/** The eight figures a leader sees first: output, demand, prices, money, trade, budget. */
export const COCKPIT_KPIS: readonly string[] = [
  "gdp.yoy",
  "cpi.yoy",
  "iva.yoy",
  "retail.yoy",
  "pmi.manufacturing",
  "exports.yoy",
  "m2.yoy",
  "fiscal-revenue.ytd-yoy",
];
