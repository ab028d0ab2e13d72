import { OFFICIAL_CHINA } from "../../models/indicators/definePack.ts";
import { tidyConnector } from "./tidyConnector.ts";

/** A reprinter: growth of investment that it computed itself, kept apart from the official figures. */
export const reprint = tidyConnector({
  id: "reprint",
  agency: "REPRINT",
  licence: OFFICIAL_CHINA,
  documents: {
    "figures/fai-reprint.csv": ["fai-reprint"],
  },
});
