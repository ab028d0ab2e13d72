import { OFFICIAL_CHINA } from "../../models/indicators/definePack.ts";
import { tidyConnector } from "./tidyConnector.ts";

/** The energy administration: electricity used. */
export const energyAdministration = tidyConnector({
  id: "energy-administration",
  agency: "NEA",
  licence: OFFICIAL_CHINA,
  documents: {
    "figures/electricity.csv": ["electricity"],
  },
});
