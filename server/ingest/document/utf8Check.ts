import { isAscii, isUtf8 } from "node:buffer";

/** Checks a stream of pieces for valid UTF-8; a character may be cut between two pieces. */
export class Utf8Check {
  #rest: Uint8Array = new Uint8Array(0);
  /** false from the first byte sequence that is not UTF-8 on. */
  valid = true;

  add(piece: Uint8Array): void {
    if (!this.valid) return;
    if (this.#rest.length === 0 && isAscii(piece)) return;
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    const whole = bytes.length - openTail(bytes);
    this.valid = isUtf8(bytes.subarray(0, whole));
    this.#rest = bytes.slice(whole);
  }

  /** To be asked after the last piece: whether all of it was UTF-8. */
  end(): boolean {
    return this.valid && this.#rest.length === 0;
  }
}

/** Bytes at the end that begin a character without ending it: 0 to 3. */
function openTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < length ? back : 0;
    }
  }
  return 0;
}
