import { OFFICIAL_CHINA } from "../../models/indicators/definePack.ts";
import { NATIONAL_ACCOUNTS } from "../../models/indicators/gdp.ts";
import { tidyConnector } from "./tidyConnector.ts";

const accounts = (basis: "period" | "year-to-date"): string[] =>
  NATIONAL_ACCOUNTS.filter((i) => i.basis === basis).map((i) => i.id);

/** The statistics bureau: accounts, activity, prices, surveys, labour, provinces. */
export const nbs = tidyConnector({
  id: "nbs",
  agency: "NBS",
  licence: OFFICIAL_CHINA,
  documents: {
    "figures/gdp-quarter.csv": accounts("period"),
    "figures/gdp-ytd.csv": accounts("year-to-date"),
    "figures/industry.csv": ["iva"],
    "figures/retail.csv": ["retail"],
    "figures/fai.csv": ["fai"],
    "figures/cpi.csv": ["cpi"],
    "figures/ppi.csv": ["ppi"],
    "figures/pmi.csv": ["pmi"],
    "figures/house-prices.csv": ["house-price"],
    "figures/unemployment.csv": ["unemployment", "working-hours"],
    "figures/confidence.csv": ["consumer-confidence", "consumer-satisfaction"],
    "figures/business-climate.csv": ["business-climate", "entrepreneur-confidence"],
    "figures/province-gdp.csv": ["gdp.province"],
  },
});
