import { AppError } from "../models/errors.ts";
import { INDICATORS, REGIONS } from "../models/indicators/registry.ts";
import type { Connector, SourceRequest, Transport } from "../server/connectors/contract.ts";
import { connectorById } from "../server/connectors/registry.ts";
import { ingest } from "../server/ingest/ingest.ts";
import type { Seeder } from "../server/plantSeed.ts";

type Tools = Parameters<Seeder>[0];

/** A request with the connector that reads its answer. */
function connectorOf(request: SourceRequest): Connector {
  const connector = connectorById(request.connector);
  if (!connector) throw new AppError("not-found", `no connector "${request.connector}"`);
  return connector;
}

/** How much of one document a phase of its load stands for; the rest of the way to the whole is the commit. */
const PHASES = { reading: [0, 0.4], checking: [0.4, 0.3], appending: [0.7, 0.3] } as const;

/**
 * Loads the documents of a scenario in their order, through the real ingest. A document of the seed that
 * cannot be loaded, or of which a row is rejected, is a defect of the product: it stops the start by name.
 * Rows the gate doubts wait in quarantine, as they would for any source.
 */
export async function plant(
  requests: readonly SourceRequest[],
  transport: Transport,
  tools: Tools,
): Promise<{ documents: number; observations: number }> {
  const documents = await Promise.all(
    requests.map(async (request) => {
      const connector = connectorOf(request);
      return { connector, document: await connector.fetch(request, transport) };
    }),
  );
  const total = documents.reduce((sum, d) => sum + d.document.bytes.length, 0);
  let before = 0;
  let observations = 0;
  for (const { connector, document } of documents) {
    const size = document.bytes.length;
    const label = `${connector.agency} ${document.name}`;
    tools.onProgress(label, before, total);
    const receipt = await ingest({
      base: tools.base,
      catalogue: { indicators: INDICATORS, regions: REGIONS },
      connector,
      source: { document },
      actor: "seed",
      now: tools.now,
      onProgress: (progress) => {
        tools.events.publish(progress);
        if (progress.phase === "committed" || progress.phase === "failed") return;
        const [from, share] = PHASES[progress.phase];
        const part = progress.total ? progress.done / progress.total : 0;
        tools.onProgress(label, before + size * (from + share * part), total);
      },
    });
    if (receipt.state !== "committed" || receipt.rejected > 0)
      throw new AppError(
        "invalid-input",
        `seed document ${document.request.path}: ${receipt.state}, ${receipt.rejected} of ${receipt.read} rows rejected; ${receipt.message ?? "no reason given"}`,
      );
    tools.log.info({ document: document.request.path, receipt }, "seed document loaded");
    observations += receipt.accepted;
    before += size;
  }
  tools.onProgress("", total, total);
  return { documents: documents.length, observations };
}
