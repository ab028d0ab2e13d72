import { OFFICIAL_CHINA } from "../../models/indicators/definePack.ts";
import { tidyConnector } from "./tidyConnector.ts";

/** The foreign-exchange administration: official reserves. */
export const foreignExchange = tidyConnector({
  id: "foreign-exchange",
  agency: "SAFE",
  licence: OFFICIAL_CHINA,
  documents: {
    "figures/reserves.csv": ["fx-reserves", "gold-reserves"],
  },
});
