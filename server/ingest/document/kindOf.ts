/** What a document is by its first bytes, whatever its name says. */
export type DocumentKind =
  | { kind: "text" }
  | { kind: "utf-16"; label: "utf-16le" | "utf-16be" }
  | { kind: "workbook" }
  | { kind: "other"; name: string };

const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], "Excel 97–2003 (.xls) / encrypted workbook"],
  [[0x25, 0x50, 0x44, 0x46], "PDF"],
  [[0x89, 0x50, 0x4e, 0x47], "PNG"],
  [[0xff, 0xd8, 0xff], "JPEG"],
  [[0x47, 0x49, 0x46, 0x38], "GIF"],
  [[0x1f, 0x8b], "gzip"],
  [[0x52, 0x61, 0x72, 0x21], "RAR"],
  [[0x37, 0x7a, 0xbc, 0xaf], "7-Zip"],
  [[0x50, 0x41, 0x52, 0x31], "Parquet"],
  [[0x7f, 0x45, 0x4c, 0x46], "ELF"],
  [[0x4d, 0x5a, 0x90], "Windows program"],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], "SQLite"],
];

const begins = (head: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, i) => head[i] === byte);

/** Tells the kind from the head of a document: signatures, byte-order marks of UTF-16, bytes no text has. */
export function kindOf(head: Uint8Array): DocumentKind {
  if (begins(head, [0xff, 0xfe])) return { kind: "utf-16", label: "utf-16le" };
  if (begins(head, [0xfe, 0xff])) return { kind: "utf-16", label: "utf-16be" };
  if (begins(head, [0x50, 0x4b, 0x03, 0x04])) return { kind: "workbook" };
  for (const [signature, name] of SIGNATURES) if (begins(head, signature)) return { kind: "other", name };
  // One NUL may be an accident in a cell, which the gate then names; many are not text.
  let zeros = 0;
  for (const byte of head) if (byte === 0) zeros++;
  return zeros > head.length / 64 + 1 ? { kind: "other", name: "binary (NUL)" } : { kind: "text" };
}
