import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../../models/errors.ts";
import type { RawDocument } from "../connectors/contract.ts";
import type { ByteSource } from "./document/byteSource.ts";
import type { IngestOptions } from "./ingestOptions.ts";

/** Documents up to this size are read at once, in this thread: a few milliseconds. Bigger ones go to threads. */
const INLINE_BYTES = 128 << 10;

/** A document as it is to be read. */
export interface DocumentSource {
  name: string;
  vintage: string | null;
  bytes: ByteSource;
  /** The document itself, for connectors that read it; null for one in a file. */
  raw: RawDocument | null;
}

/** Asks the source where that is wanted; a big document that came in memory is put into a file of `scratch`. */
export async function documentSource(
  { source, connector }: IngestOptions,
  scratch: string,
): Promise<DocumentSource> {
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
