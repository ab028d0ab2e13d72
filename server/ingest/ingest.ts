import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Base, LoadReceipt } from "../../db/stores/contract.ts";
import { AppError } from "../../models/errors.ts";
import { parseIsoDate } from "../../models/series/date.ts";
import type { Connector, RawDocument, SourceRequest, Transport } from "../connectors/contract.ts";
import { type Catalogue, gateCatalogue } from "./catalogue.ts";
import type { ByteSource } from "./document/byteSource.ts";
import { DocumentError } from "./document/documentFault.ts";
import type { GateContext } from "./gate/rule.ts";
import { oneAtATime } from "./oneAtATime.ts";
import { committedMessage, type LoadProgress, progressReporter, reasonsOf } from "./progress.ts";
import { type ReadDocument, readDocument } from "./readDocument.ts";
import { readParsed } from "./readParsed.ts";
import { type Resolved, resolveDocument } from "./resolveDocument.ts";
import { inlineRunner, type Runner } from "./threads/runner.ts";
import { stopThreads, threadRunner } from "./threads/threadPool.ts";

/** A document that rests in a file: for big ones, which are never held in memory whole. */
export interface FileDocument {
  name: string;
  path: string;
  size: number;
  /** The day the document stands for when it does not say itself. */
  vintage: string | null;
}

export interface IngestOptions {
  base: Base;
  catalogue: Catalogue;
  connector: Connector;
  /** What to load: something to ask the source for, a document already here, or one in a file. */
  source:
    | { request: SourceRequest; transport: Transport }
    | { document: RawDocument }
    | { file: FileDocument };
  /** Who started it: a user's name, or the job. */
  actor: string;
  now: () => Date;
  onProgress?: (progress: LoadProgress) => void;
  signal?: AbortSignal;
  /** Folder for what has to rest while a load goes on; by default the system's. */
  scratch?: string;
  /** The figures are simulated; by default when everything the connector provides is. */
  simulated?: boolean;
}

/** Documents up to this size are read at once, in this thread: a few milliseconds. Bigger ones go to threads. */
const INLINE_BYTES = 128 << 10;

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
    const source = await sourceOf(options, scratch);
    return await oneAtATime(options.base, () => load(options, source, scratch));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

interface Source {
  name: string;
  vintage: string | null;
  bytes: ByteSource;
  /** The document itself, for connectors that read it; null for one in a file. */
  raw: RawDocument | null;
}

async function sourceOf({ source, connector }: IngestOptions, scratch: string): Promise<Source> {
  if ("file" in source) {
    if (connector.format !== "tidy")
      throw new AppError("invalid-input", `connector ${connector.id} reads documents from memory, not files`);
    const { name, path, size, vintage } = source.file;
    return { name, vintage, bytes: { kind: "file", path, size }, raw: null };
  }
  const raw =
    "document" in source ? source.document : await connector.fetch(source.request, source.transport);
  const { name, request } = raw;
  let bytes: ByteSource = { kind: "bytes", bytes: raw.bytes };
  if (connector.format === "tidy" && raw.bytes.length > INLINE_BYTES) {
    const path = join(scratch, "document");
    await writeFile(path, raw.bytes, { mode: 0o600 });
    bytes = { kind: "file", path, size: raw.bytes.length };
  }
  return { name, vintage: request.vintage, bytes, raw };
}

async function load(options: IngestOptions, source: Source, scratch: string): Promise<LoadReceipt> {
  const { base, connector, now, signal } = options;
  const startedAt = now().toISOString();
  const context: GateContext = {
    catalogue: gateCatalogue(options.catalogue),
    today: Math.floor(now().getTime() / 86_400_000),
  };
  const runner = source.bytes.kind === "bytes" ? inlineRunner(context) : threadRunner(context);
  const stop = (): void => void stopThreads();
  signal?.addEventListener("abort", stop, { once: true });
  let started: Started | null = null;
  try {
    started = await start(options, source, context, runner, scratch);
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

/** A document whose reading has begun: its hash is worked out beside, and neither has touched the base. */
interface Started {
  hash: Promise<string>;
  /** Rejects with what is wrong with the document. */
  read: Promise<ReadDocument>;
  /** Where reading reports to, once the load has a number. */
  progress: { report: ((done: number, total: number) => void) | null };
  drop(): void;
}

/**
 * Hash and rows of a big document are read at the same time, each in threads: a load is the sooner by the hash's
 * second, and a document that turns out to be known has cost a reading that nobody keeps.
 */
async function start(
  options: IngestOptions,
  source: Source,
  context: GateContext,
  runner: Runner,
  scratch: string,
): Promise<Started> {
  const { connector } = options;
  const dropped = new AbortController();
  const progress: Started["progress"] = { report: null };
  const drop = (): void => dropped.abort();
  if (connector.format !== "tidy") {
    const raw = source.raw!;
    const hash = Promise.resolve(createHash("sha256").update(raw.bytes).digest("hex"));
    const read = Promise.resolve()
      .then(() => connector.parse(raw))
      .then((parsed) => readParsed(parsed, context));
    return { hash, read: heard(read), progress, drop };
  }
  const vintage = source.vintage === null ? null : parseIsoDate(source.vintage);
  const hash = heard(runner.run({ kind: "hash", source: source.bytes }));
  const opened = await runner.run({ kind: "open", source: source.bytes, vintage, scratch });
  const signal = options.signal ? AbortSignal.any([options.signal, dropped.signal]) : dropped.signal;
  const { catalogue } = context;
  const read =
    opened.kind === "fault"
      ? Promise.reject<ReadDocument>(new DocumentError(opened.fault))
      : readDocument(
          opened.document,
          runner,
          (done, total) => progress.report?.(done, total),
          signal,
          catalogue.indicators.length * catalogue.regions.length,
        );
  return { hash, read: heard(read), progress, drop };
}

/** A promise whose failure is dealt with where it is awaited, however much later that is. */
function heard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

interface Running {
  id: number;
  source: Source;
  started: Started;
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
