import { OFFICIAL_CHINA } from "../../models/indicators/definePack.ts";
import { tidyConnector } from "./tidyConnector.ts";

/** Customs: trade in goods. */
export const customs = tidyConnector({
  id: "customs",
  agency: "GAC",
  licence: OFFICIAL_CHINA,
  documents: {
    "figures/trade.csv": ["exports", "imports"],
  },
});
