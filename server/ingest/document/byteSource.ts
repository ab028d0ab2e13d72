import { closeSync, openSync, readSync } from "node:fs";

/** Where a document's bytes are: in memory for small ones, in a file for big ones. */
export type ByteSource = { kind: "bytes"; bytes: Uint8Array } | { kind: "file"; path: string; size: number };

export const sizeOf = (source: ByteSource): number =>
  source.kind === "bytes" ? source.bytes.length : source.size;

/**
 * The bytes from `from` up to `to` (or to the end, whichever comes first). Files are read synchronously: in threads.
 * `room`, where it is wide enough, is what they are read into; the answer is then good until it is used again.
 */
export function readBytes(source: ByteSource, from: number, to: number, room?: Uint8Array): Uint8Array {
  if (source.kind === "bytes") return source.bytes.subarray(from, to);
  const length = Math.max(0, Math.min(to, source.size) - from);
  const into = room && room.length >= length ? room : Buffer.allocUnsafeSlow(length);
  const file = openSync(source.path, "r");
  try {
    let at = 0;
    while (at < length) {
      const read = readSync(file, into, at, length - at, from + at);
      if (read === 0) break;
      at += read;
    }
    return into.subarray(0, at);
  } finally {
    closeSync(file);
  }
}

/** All bytes in order, a piece at a time; a piece is good until the next is asked for. */
export function* pieces(source: ByteSource, pieceSize = 1 << 20): Generator<Uint8Array> {
  const size = sizeOf(source);
  const room = source.kind === "file" ? Buffer.allocUnsafeSlow(Math.min(size, pieceSize)) : undefined;
  for (let at = 0; at < size; at += pieceSize)
    yield readBytes(source, at, Math.min(size, at + pieceSize), room);
}
