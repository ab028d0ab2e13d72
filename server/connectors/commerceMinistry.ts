import { OFFICIAL_CHINA } from "../../models/indicators/definePack.ts";
import { tidyConnector } from "./tidyConnector.ts";

/** The commerce ministry: foreign investment used. */
export const commerceMinistry = tidyConnector({
  id: "commerce-ministry",
  agency: "MOFCOM",
  licence: OFFICIAL_CHINA,
  documents: {
    "figures/fdi.csv": ["fdi"],
  },
});
