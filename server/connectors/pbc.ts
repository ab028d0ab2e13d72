import { OFFICIAL_CHINA } from "../../models/indicators/definePack.ts";
import { tidyConnector } from "./tidyConnector.ts";

/** The central bank: money, credit, corporate goods prices, reserve requirements. */
export const pbc = tidyConnector({
  id: "pbc",
  agency: "PBC",
  licence: OFFICIAL_CHINA,
  documents: {
    "figures/money.csv": ["m0", "m1", "m2"],
    "figures/credit.csv": ["tsf", "loans", "deposits"],
    "figures/cgpi.csv": ["cgpi"],
    "figures/rrr.csv": ["rrr"],
  },
});
