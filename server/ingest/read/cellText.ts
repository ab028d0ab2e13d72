const UTF8 = new TextDecoder("utf-8");

/** The text of a cell: decoded from UTF-8, without its quotes, doubled quotes single. */
export function cellText(bytes: Uint8Array, from: number, to: number): string {
  if (to - from >= 2 && bytes[from] === 34 && bytes[to - 1] === 34) {
    return UTF8.decode(unshared(bytes, from + 1, to - 1)).replaceAll('""', '"');
  }
  return UTF8.decode(unshared(bytes, from, to));
}

/** TextDecoder refuses shared memory: such bytes are copied first. */
function unshared(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const part = bytes.subarray(from, to);
  return bytes.buffer instanceof ArrayBuffer ? part : part.slice();
}
