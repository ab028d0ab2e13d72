import { addDays } from "../../models/series/date.ts";
import type { SourceRequest } from "../../server/connectors/contract.ts";
import { CONNECTORS } from "../../server/connectors/registry.ts";
import type { Seeder } from "../../server/plantSeed.ts";
import { plant } from "../plant.ts";
import { plantReleases } from "../plantReleases.ts";
import { SEEDED_TODAY } from "../today.ts";
import { seedTransport } from "../transport.ts";

const LATER = ["electricity", "gdp-quarter", "oil-monthly", "shibor", "trade"] as const;

/** The documents with figures that came out after the seeded day, each through the connector of its table. */
export function laterRequests(): SourceRequest[] {
  const planned = CONNECTORS.flatMap((connector) => connector.plan(connector.provides, null));
  return LATER.flatMap((name) =>
    planned
      .filter((request) => request.path === `figures/${name}.csv`)
      .map((request) => ({ ...request, path: `figures/later/${name}.csv` })),
  );
}

/** Adds to a planted base what came out in June 2025 and after: one sees what a landing release starts. */
export const plantLater: Seeder = async (tools) => {
  const transport = seedTransport(SEEDED_TODAY);
  const planted = await plant(laterRequests(), transport, tools);
  const days = { from: addDays(SEEDED_TODAY, 1), to: "9999-12-31" };
  await plantReleases(tools.base, transport, days, tools.now().toISOString());
  return planted;
};
