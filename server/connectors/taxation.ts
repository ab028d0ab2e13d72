import { OFFICIAL_CHINA } from "../../models/indicators/definePack.ts";
import { tidyConnector } from "./tidyConnector.ts";

/** The tax administration: tax revenue. */
export const taxation = tidyConnector({
  id: "taxation",
  agency: "STA",
  licence: OFFICIAL_CHINA,
  documents: {
    "figures/tax.csv": ["tax"],
  },
});
