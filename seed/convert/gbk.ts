let codes: ReadonlyMap<string, readonly [number, number]> | null = null;

/** Two-byte codes of GBK by character, found by asking the decoder for every one of them. */
function gbkCodes(): ReadonlyMap<string, readonly [number, number]> {
  if (codes) return codes;
  const decoder = new TextDecoder("gbk");
  const found = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== "\ufffd" && !found.has(text)) found.set(text, [lead, trail]);
    }
  codes = found;
  return found;
}

/** Text as bytes in GBK; throws a RangeError that names a character GBK has not. */
export function encodeGbk(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0)!;
    const pair = point < 0x80 ? [point] : gbkCodes().get(character);
    if (!pair) throw new RangeError(`GBK has no "${character}"`);
    bytes.push(...pair);
  }
  return Uint8Array.from(bytes);
}
