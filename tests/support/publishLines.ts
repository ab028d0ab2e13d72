import type { Base, LoadReceipt } from "../../db/stores/contract.ts";
import { INDICATORS, REGIONS } from "../../models/indicators/registry.ts";
import type { Connector } from "../../server/connectors/contract.ts";
import { ingest } from "../../server/ingest/ingest.ts";
import { derivedConnector } from "../../server/jobs/derivedConnector.ts";

const HEADER = "indicator,region,period,value,status,reason,vintage,vintage_basis";

export interface Bureau {
  base: Base;
  now: () => Date;
  /** What it publishes, and as which agency where that matters. */
  of: Pick<Connector, "provides"> & Partial<Pick<Connector, "agency">>;
}

/** A tidy document of these lines through the real ingest, as a bureau hands it in. */
export const publishLines = (
  { base, now, of }: Bureau,
  lines: readonly string[],
  name: string,
): Promise<LoadReceipt> =>
  ingest({
    base,
    catalogue: { indicators: INDICATORS, regions: REGIONS },
    connector: { ...derivedConnector, id: "test-bureau", ...of },
    source: {
      document: {
        request: { connector: "test-bureau", path: name, vintage: null },
        name,
        mediaType: "text/csv",
        bytes: new TextEncoder().encode(`${[HEADER, ...lines].join("\n")}\n`),
        fetchedAt: now().toISOString(),
      },
    },
    actor: "steward",
    now,
  });
