import { COMMODITIES } from "../../models/indicators/commodities.ts";
import { tidyConnector } from "./tidyConnector.ts";

/** The World Bank: commodity prices and population. */
export const worldBank = tidyConnector({
  id: "world-bank",
  agency: "WB",
  licence: "CC BY 4.0",
  documents: {
    "figures/commodities.csv": COMMODITIES.filter((i) => i.agency === "WB").map((i) => i.id),
    "figures/population.csv": ["population"],
  },
});
