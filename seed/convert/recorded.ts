import type { IndicatorId } from "../../models/indicators/registry.ts";

/** Release records by the name they give a series. */
export const RECORDED: Readonly<Record<string, { indicator: IndicatorId; table: string }>> = {
  cpi_yoy: { indicator: "cpi.yoy", table: "cpi" },
  cpi_mom: { indicator: "cpi.mom", table: "cpi" },
  ppi_yoy: { indicator: "ppi.yoy", table: "ppi" },
  pmi_mfg: { indicator: "pmi.manufacturing", table: "pmi" },
  gdp_yoy: { indicator: "gdp.yoy", table: "gdp-quarter" },
  iva_yoy: { indicator: "iva.yoy", table: "industry" },
  exports_yoy: { indicator: "exports.yoy", table: "trade" },
  imports_yoy: { indicator: "imports.yoy", table: "trade" },
  m2_yoy: { indicator: "m2.yoy", table: "money" },
  fx_reserves: { indicator: "fx-reserves.level", table: "reserves" },
};
