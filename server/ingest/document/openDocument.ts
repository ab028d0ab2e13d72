import { closeSync, openSync, writeSync } from "node:fs";
import type { EpochDay } from "../../../models/series/date.ts";
import type { TidyLayout } from "../read/tidyReader.ts";
import { type ByteSource, pieces, readBytes, sizeOf } from "./byteSource.ts";
import type { DocumentFault } from "./documentFault.ts";
import { findHeader } from "./findHeader.ts";
import { kindOf } from "./kindOf.ts";
import { sheetText } from "./sheetText.ts";
import { Utf8Check } from "./utf8Check.ts";

const HEAD = 1 << 16;
/** A row of ten million is some 60 bytes: twenty million rows. */
export const BIGGEST_DOCUMENT = 2 ** 31;

/** A document ready to be read in blocks: UTF-8 text, its header found. */
export interface OpenedDocument {
  text: ByteSource;
  encoding: "utf-8" | "gb18030" | "utf-16le" | "utf-16be" | "xlsx";
  layout: TidyLayout;
  /** Offset of the first line below the header, and its 1-based number. */
  from: number;
  firstLine: number;
}

export type Opening = { kind: "opened"; document: OpenedDocument } | { kind: "fault"; fault: DocumentFault };

/**
 * Looks at a document once from end to end: what it is, how it is encoded (UTF-8, with or
 * without mark; GB18030 and its subsets GBK and GB2312; UTF-16 with mark; workbook), where its header is.
 * Text that is not UTF-8 is rewritten: in memory when the source is, else to `scratch`.
 */
export async function openDocument(
  source: ByteSource,
  vintage: EpochDay | null,
  scratch: string,
): Promise<Opening> {
  const size = sizeOf(source);
  const utf8 = new Utf8Check();
  for (const piece of pieces(source)) utf8.add(piece);
  const fault = (f: DocumentFault): Opening => ({ kind: "fault", fault: f });
  if (size === 0) return fault({ id: "empty", found: "0 bytes", needed: "" });
  if (size > BIGGEST_DOCUMENT)
    return fault({ id: "too-big", found: `${size} bytes`, needed: `${BIGGEST_DOCUMENT} bytes` });

  const decoded = await asUtf8(source, utf8.end(), scratch);
  if ("fault" in decoded) return fault(decoded.fault);
  const { text, encoding } = decoded;
  const header = findHeader(readBytes(text, 0, HEAD), vintage);
  if (header.kind === "fault") return fault(header.fault);
  if (header.after >= sizeOf(text))
    return fault({ id: "no-rows", found: `${sizeOf(text)} bytes`, needed: "" });
  return {
    kind: "opened",
    document: { text, encoding, layout: header.layout, from: header.after, firstLine: header.line + 1 },
  };
}

type Decoded = { text: ByteSource; encoding: OpenedDocument["encoding"] } | { fault: DocumentFault };

const TABLES = "CSV (UTF-8, GBK) | .xlsx";

async function asUtf8(source: ByteSource, isUtf8: boolean, scratch: string): Promise<Decoded> {
  const kind = kindOf(readBytes(source, 0, HEAD));
  if (kind.kind === "other") return { fault: { id: "not-a-table", found: kind.name, needed: TABLES } };
  if (kind.kind === "workbook") {
    const sheet = await sheetText(readBytes(source, 0, sizeOf(source)));
    if ("fault" in sheet) return sheet;
    return { text: keep(source, [sheet.text], scratch), encoding: "xlsx" };
  }
  if (kind.kind === "text" && isUtf8) return { text: source, encoding: "utf-8" };
  const encoding = kind.kind === "utf-16" ? kind.label : "gb18030";
  try {
    return { text: keep(source, recoded(source, encoding), scratch), encoding };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return {
      fault: {
        id: "encoding",
        found: `≠ UTF-8, ≠ ${encoding.toUpperCase()}`,
        needed: "UTF-8 | GBK (GB18030)",
      },
    };
  }
}

/** The text in UTF-8, piece by piece; a TypeError where a byte sequence is not of the encoding. */
function* recoded(source: ByteSource, encoding: string): Generator<Uint8Array> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const encoder = new TextEncoder();
  for (const piece of pieces(source)) yield encoder.encode(decoder.decode(piece, { stream: true }));
  yield encoder.encode(decoder.decode());
}

/** Rewritten text rests where the source rests: in memory, or in a file below `scratch`. */
function keep(source: ByteSource, text: Iterable<Uint8Array>, scratch: string): ByteSource {
  if (source.kind === "bytes") return { kind: "bytes", bytes: Buffer.concat([...text]) };
  const path = `${scratch}/text.csv`;
  const file = openSync(path, "w", 0o600);
  let size = 0;
  try {
    for (const piece of text) {
      for (let at = 0; at < piece.length; ) at += writeSync(file, piece, at);
      size += piece.length;
    }
  } finally {
    closeSync(file);
  }
  return { kind: "file", path, size };
}
