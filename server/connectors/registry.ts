import { commerceMinistry } from "./commerceMinistry.ts";
import type { Connector } from "./contract.ts";
import { customs } from "./customs.ts";
import { demo } from "./demo.ts";
import { eia } from "./eia.ts";
import { energyAdministration } from "./energyAdministration.ts";
import { financeMinistry } from "./financeMinistry.ts";
import { foreignExchange } from "./foreignExchange.ts";
import { handedIn } from "./handedIn.ts";
import { interbank } from "./interbank.ts";
import { nbs } from "./nbs.ts";
import { nbsTable } from "./nbsTable.ts";
import { owid } from "./owid.ts";
import { pbc } from "./pbc.ts";
import { reprint } from "./reprint.ts";
import { taxation } from "./taxation.ts";
import { worldBank } from "./worldBank.ts";

/** Every connector that fetches, in the order in which a new base is filled. */
export const CONNECTORS: readonly Connector[] = [
  nbs,
  pbc,
  customs,
  financeMinistry,
  taxation,
  energyAdministration,
  commerceMinistry,
  foreignExchange,
  interbank,
  eia,
  worldBank,
  owid,
  reprint,
  demo,
  nbsTable,
];

const byId: ReadonlyMap<string, Connector> = new Map([...CONNECTORS, handedIn].map((c) => [c.id, c]));

/** The connector of an id; null for an unknown one. */
export function connectorById(id: string): Connector | null {
  return byId.get(id) ?? null;
}
