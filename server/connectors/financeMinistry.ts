import { OFFICIAL_CHINA } from "../../models/indicators/definePack.ts";
import { tidyConnector } from "./tidyConnector.ts";

/** The finance ministry: budget revenue. */
export const financeMinistry = tidyConnector({
  id: "finance-ministry",
  agency: "MOF",
  licence: OFFICIAL_CHINA,
  documents: {
    "figures/fiscal.csv": ["fiscal-revenue"],
  },
});
