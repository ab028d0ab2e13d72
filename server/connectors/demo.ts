import { tidyConnector } from "./tidyConnector.ts";

/** What no public figure covers: platform data and the project register, simulated. */
export const demo = tidyConnector({
  id: "demo",
  agency: "DEMO",
  licence: "模拟数据，随产品分发 / simulated, distributed with the product",
  documents: {
    "simulated/platforms.csv": ["sim.job-postings", "sim.truck-traffic", "sim.e-invoice"],
    "simulated/projects.csv": ["sim.projects"],
  },
});
