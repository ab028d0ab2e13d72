import { createHash } from "node:crypto";
import { parseIsoDate } from "../../models/series/date.ts";
import { DocumentError } from "./document/documentFault.ts";
import type { DocumentSource } from "./documentSource.ts";
import type { GateContext } from "./gate/rule.ts";
import type { IngestOptions } from "./ingestOptions.ts";
import { type ReadDocument, readDocument } from "./readDocument.ts";
import { readParsed } from "./readParsed.ts";
import type { Runner } from "./threads/runner.ts";

/** A document whose reading has begun: its hash is worked out beside, and neither has touched the base. */
export interface Reading {
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
export async function startReading(
  options: IngestOptions,
  source: DocumentSource,
  context: GateContext,
  runner: Runner,
  scratch: string,
): Promise<Reading> {
  const { connector } = options;
  const dropped = new AbortController();
  const progress: Reading["progress"] = { report: null };
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
