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
  try {
    const opened = await open(connector, source, runner, scratch);
    const earlier = await base.loads.committedByHash(opened.hash, connector.id);
    if (earlier) return earlier;
    const id = await base.loads.begin({
      connector: connector.id,
      document: source.name,
      hash: opened.hash,
      startedAt,
      startedBy: options.actor,
      simulated: options.simulated ?? isSimulated(options),
    });
    return await carryOut(options, { id, source, opened, context, runner, scratch });
  } finally {
    signal?.removeEventListener("abort", stop);
    runner.end();
  }
}

type Opened = Awaited<ReturnType<typeof open>>;

/** Looks at a tidy document; of others only the hash is needed, the connector knows the rest. */
async function open(connector: Connector, source: Source, runner: Runner, scratch: string) {
  if (connector.format !== "tidy") {
    const { bytes } = source.raw!;
    return { kind: "raw" as const, hash: createHash("sha256").update(bytes).digest("hex") };
  }
  const vintage = source.vintage === null ? null : parseIsoDate(source.vintage);
  return runner.run({ kind: "open", source: source.bytes, vintage, scratch });
}

interface Running {
  id: number;
  source: Source;
  opened: Opened;
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
    const document = await read(options, running, (done, total) => report("reading", done, total));
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

async function read(
  { connector, signal }: IngestOptions,
  { opened, source, context, runner }: Running,
  onProgress: (done: number, total: number) => void,
): Promise<ReadDocument> {
  if (opened.kind === "fault") throw new DocumentError(opened.fault);
  if (opened.kind === "raw") return readParsed(await connector.parse(source.raw!), context);
  const { catalogue } = context;
  const seriesCount = catalogue.indicators.length * catalogue.regions.length;
  return readDocument(opened.document, runner, onProgress, signal, seriesCount);
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
