import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Base, LoadReceipt } from "../../db/stores/contract.ts";
import { AppError } from "../../models/errors.ts";
import { gateCatalogue } from "./catalogue.ts";
import { DocumentError } from "./document/documentFault.ts";
import { type DocumentSource, documentSource } from "./documentSource.ts";
import type { GateContext } from "./gate/rule.ts";
import type { IngestOptions } from "./ingestOptions.ts";
import { oneAtATime } from "./oneAtATime.ts";
import { committedMessage, progressReporter, reasonsOf } from "./progress.ts";
import type { ReadDocument } from "./readDocument.ts";
import { type Resolved, resolveDocument } from "./resolveDocument.ts";
import { type Reading, startReading } from "./startReading.ts";
import { inlineRunner, type Runner } from "./threads/runner.ts";
import { stopThreads, threadRunner } from "./threads/threadPool.ts";

/**
 * Loads one document: fetch → read → gate → append → receipt. Either all of what the gate let through is in
 * the base when this returns a `committed` receipt, or the base is as before. A document that was loaded
 * before (the same bytes) returns the receipt of then. What cannot be loaded (not a table, not one usable
 * row, cancelled, the engine refusing) is a `failed` receipt with the reason; only a source that cannot be
 * reached, a cancel before the load has begun, and a ledger that cannot write throw. Loads into one base run one after another.
 */
export async function ingest(options: IngestOptions): Promise<LoadReceipt> {
  const scratch = await mkdtemp(join(options.scratch ?? tmpdir(), "guanlan-load-"));
  try {
    const source = await documentSource(options, scratch);
    return await oneAtATime(options.base, () => load(options, source, scratch));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function load(options: IngestOptions, source: DocumentSource, scratch: string): Promise<LoadReceipt> {
  const { base, connector, now, signal } = options;
  const startedAt = now().toISOString();
  const context: GateContext = {
    catalogue: gateCatalogue(options.catalogue),
    today: Math.floor(now().getTime() / 86_400_000),
  };
  const runner = source.bytes.kind === "bytes" ? inlineRunner(context) : threadRunner(context);
  const stop = (): void => void stopThreads();
  signal?.addEventListener("abort", stop, { once: true });
  let started: Reading | null = null;
  try {
    started = await startReading(options, source, context, runner, scratch);
    const hash = await started.hash;
    const earlier = await base.loads.committedByHash(hash, connector.id);
    if (earlier) return earlier;
    const id = await base.loads.begin({
      connector: connector.id,
      document: source.name,
      hash,
      startedAt,
      startedBy: options.actor,
      simulated: options.simulated ?? isSimulated(options),
    });
    return await carryOut(options, { id, source, started, context, runner, scratch });
  } finally {
    // What was begun and is not wanted (the document is known, the ledger refused) ends before its threads are let go.
    started?.drop();
    await started?.read.catch(() => undefined);
    signal?.removeEventListener("abort", stop);
    runner.end();
  }
}

interface Running {
  id: number;
  source: DocumentSource;
  started: Reading;
  context: GateContext;
  runner: Runner;
  scratch: string;
}

/** The load from its beginning in the ledger to its receipt. */
async function carryOut(options: IngestOptions, running: Running): Promise<LoadReceipt> {
  const { base, now } = options;
  const { id } = running;
  const report = progressReporter(options.onProgress, id, running.source.name);
  let resolved: Resolved | null = null;
  let appending = false;
  try {
    report("reading", 0, null);
    running.started.progress.report = (done, total) => report("reading", done, total);
    const document = await running.started.read;
    report("checking", 0, null);
    resolved = await resolveDocument(
      base,
      running.context.catalogue,
      document,
      running.runner,
      running.scratch,
      (done, total) => report("checking", done, total),
      options.signal,
    );
    requireSomething(document, resolved);
    options.signal?.throwIfAborted();
    report("appending", 0, resolved.accepted);
    appending = true;
    if (resolved.accepted > 0) await append(base, id, resolved, now().toISOString());
    const { accepted, unchanged, refusals } = resolved;
    const receipt = await base.loads.commit(id, {
      read: document.read,
      accepted,
      unchanged,
      rejected: refusals.rejected,
      quarantined: refusals.quarantined,
      finishedAt: now().toISOString(),
      message: committedMessage(refusals.counts),
      refused: refusals.kept,
    });
    report("committed", accepted, accepted);
    return receipt;
  } catch (error) {
    if (appending) await base.observations.discard(id);
    const message = failureMessage(error, options.signal);
    const receipt = await base.loads.fail(id, message, now().toISOString(), resolved?.refusals.kept ?? []);
    report("failed", 0, null, message);
    return receipt;
  }
}

/** A document of which not one row can be taken is not loaded: put right, or the catalogue widened, it may come again. */
function requireSomething(document: ReadDocument, resolved: Resolved): void {
  if (resolved.accepted + resolved.unchanged + resolved.refusals.quarantined > 0) return;
  if (document.read === 0) throw new DocumentError({ id: "no-rows", found: "0", needed: "" });
  throw new DocumentError({
    id: "nothing-usable",
    found: String(document.read),
    needed: reasonsOf(resolved.refusals.counts),
  });
}

async function append(base: Base, id: number, resolved: Resolved, loadedAt: string): Promise<void> {
  const written = await base.observations.append(id, { files: resolved.files }, loadedAt);
  if (written !== resolved.accepted)
    throw new AppError(
      "store-unavailable",
      `the base took ${written} rows of load ${id}; ${resolved.accepted} were handed to it`,
    );
}

function failureMessage(error: unknown, signal: AbortSignal | undefined): string {
  if (signal?.aborted) return "装载已取消，数据库保持原样\nthe load was cancelled; the base is as before";
  return error instanceof Error ? error.message : String(error);
}

function isSimulated({ connector, catalogue }: IngestOptions): boolean {
  const simulated = new Set(catalogue.indicators.filter((i) => i.simulated).map((i) => i.id));
  return connector.provides.length > 0 && connector.provides.every((id) => simulated.has(id));
}
