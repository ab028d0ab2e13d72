import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { INDICATORS, REGIONS } from "../../models/indicators/registry.ts";
import type { RawDocument } from "../connectors/contract.ts";
import { connectorById } from "../connectors/registry.ts";
import { ingest } from "../ingest/ingest.ts";
import type { Services } from "../services.ts";
import type { Host } from "./host.ts";
import { answerError, userFor } from "./signedIn.ts";

/** Two gigabytes: some fifty million rows of tidy CSV. */
const LARGEST = 2 * 1024 ** 3;

const Params = z.object({ filename: z.string().min(1).max(200) });
const Query = z.object({
  connector: z.string().max(60).default("tidy"),
  vintage: z.iso.date().optional(),
});

/**
 * `POST /api/ingest/:filename`: a document's bytes, streamed to disk (never held in memory whole), then loaded through
 * the same ingest as everything else. Answers the receipt; progress goes to /api/events.
 */
export function registerIngest(app: FastifyInstance, host: Host): void {
  app.register(async (scope) => {
    // The body is the document itself, whatever its media type: it is handed on as a stream.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
    scope.post("/api/ingest/:filename", { bodyLimit: LARGEST }, async (request, reply) => {
      const user = await userFor(host, "http.ingest", request, reply);
      if (!user) return reply;
      const s = host.services!;
      const params = Params.safeParse(request.params);
      const query = Query.safeParse(request.query);
      if (!params.success || !query.success) {
        const problem = z.prettifyError((params.error ?? query.error)!);
        return reply.code(400).send({ error: { code: "invalid-input", message: problem } });
      }
      const connector = connectorById(query.data.connector);
      if (!connector) {
        return reply
          .code(404)
          .send({ error: { code: "not-found", message: `no connector "${query.data.connector}"` } });
      }
      const inbox = join(s.config.dataDir, "inbox");
      const path = join(inbox, randomUUID());
      try {
        await mkdir(inbox, { recursive: true, mode: 0o700 });
        await pipeline(request.body as Readable, createWriteStream(path, { mode: 0o600 }));
        const at = s.now().toISOString();
        await s.base.audit.write({
          at,
          actor: user.name,
          action: "http.ingest",
          object: params.data.filename,
          detail: connector.id,
        });
        const { size } = await stat(path);
        const file = { name: params.data.filename, path, size, vintage: query.data.vintage ?? null };
        const before = s.edition.dataVersion;
        const receipt = await ingest({
          base: s.base,
          catalogue: { indicators: INDICATORS, regions: REGIONS },
          connector,
          source:
            connector.format === "tidy" ? { file } : { document: await rawDocument(connector.id, file, at) },
          actor: user.name,
          now: s.now,
          onProgress: (event) => s.events.publish(event),
        });
        await s.edition.refresh();
        s.events.publish({
          kind: "data",
          dataVersion: s.edition.dataVersion,
          baseDate: s.edition.baseDate ?? at.slice(0, 10),
        });
        if (s.edition.dataVersion !== before) startRefresh(s, receipt.id);
        return await reply.code(receipt.state === "committed" ? 200 : 422).send({
          ...receipt,
          alreadyLoaded: receipt.state === "committed" && s.edition.dataVersion === before,
        });
      } catch (error) {
        await answerError(host, error, reply);
        return reply;
      } finally {
        await rm(path, { force: true });
      }
    });
  });
}

/** A connector that reads its documents from memory is handed the bytes. */
async function rawDocument(
  connector: string,
  file: { name: string; path: string; vintage: string | null },
  fetchedAt: string,
): Promise<RawDocument> {
  const request = { connector, path: file.name, vintage: file.vintage };
  return {
    request,
    name: file.name,
    mediaType: "application/octet-stream",
    bytes: await readFile(file.path),
    fetchedAt,
  };
}

/** What depends on the load is worked out while the answer is already on its way; its failure is the job's own record. */
function startRefresh(s: Services, load: number): void {
  s.base.observations
    .touched(load)
    .then((keys) => s.jobs.refreshAfterLoad({ indicators: [...new Set(keys.map((k) => k.indicator))] }))
    .catch((error: unknown) => s.log.error({ err: error, load }, "refresh after load failed"));
}
