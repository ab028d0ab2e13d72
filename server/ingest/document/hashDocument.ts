import { createHash } from "node:crypto";
import { type ByteSource, pieces } from "./byteSource.ts";

/** SHA-256 of a document's bytes as they came, in hexadecimal: what `sha256sum` says of the file. */
export function hashDocument(source: ByteSource): string {
  const hasher = createHash("sha256");
  for (const piece of pieces(source)) hasher.update(piece);
  return hasher.digest("hex");
}
