import { tidyConnector } from "./tidyConnector.ts";

/** The US energy agency: crude oil. */
export const eia = tidyConnector({
  id: "eia",
  agency: "EIA",
  licence: "Public domain (PDDL)",
  documents: {
    "figures/oil-monthly.csv": ["brent", "wti"],
  },
});
