import { tidyConnector } from "./tidyConnector.ts";

/** The compilation of carbon and energy across countries. */
export const owid = tidyConnector({
  id: "owid",
  agency: "OWID",
  licence: "CC BY 4.0",
  documents: {
    "figures/energy-climate.csv": ["co2", "primary-energy"],
  },
});
