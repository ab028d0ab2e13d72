import type { SourceRequest } from "../../server/connectors/contract.ts";
import { CONNECTORS } from "../../server/connectors/registry.ts";
import type { Seeder } from "../../server/plantSeed.ts";
import { plant } from "../plant.ts";
import { plantReleases } from "../plantReleases.ts";
import { SEEDED_TODAY } from "../today.ts";
import { seedTransport } from "../transport.ts";

/** Every document of every connector, agency after agency: what a new base is filled with. */
export function baselineRequests(): SourceRequest[] {
  return CONNECTORS.flatMap((connector) => connector.plan(connector.provides, null));
}

/** Fills an empty base with the shipped figures and the simulated ones, as they stood on the seeded day. */
export const plantBaseline: Seeder = async (tools) => {
  const transport = seedTransport(SEEDED_TODAY);
  const planted = await plant(baselineRequests(), transport, tools);
  await plantReleases(
    tools.base,
    transport,
    { from: "0000-01-01", to: SEEDED_TODAY },
    tools.now().toISOString(),
  );
  return planted;
};
