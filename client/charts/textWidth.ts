/** Width of a text in pixels, estimated without a screen: a Chinese character is 1 em, others 0.56 em. */
export function textWidth(text: string, fontSize: number): number {
  let em = 0;
  for (const c of text) em += (c.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.56;
  return Math.ceil(em * fontSize);
}
