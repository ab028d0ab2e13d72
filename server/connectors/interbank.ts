import { OFFICIAL_CHINA } from "../../models/indicators/definePack.ts";
import { tidyConnector } from "./tidyConnector.ts";

/** The interbank funding center: loan prime rate and interbank offered rate. */
export const interbank = tidyConnector({
  id: "interbank",
  agency: "NIFC",
  licence: OFFICIAL_CHINA,
  documents: {
    "figures/lpr.csv": ["lpr"],
    "figures/shibor.csv": ["shibor"],
  },
});
