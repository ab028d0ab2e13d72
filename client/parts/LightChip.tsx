import { LIGHT_GLYPH, type LightLevel } from "../theme/palette.ts";
import { partsWords } from "../words/parts.ts";
import { useWords } from "../words/useWords.ts";

/** A light with its word and its symbol: readable without colour. */
export function LightChip({ light, text }: { light: LightLevel | null; text?: string }) {
  const w = useWords(partsWords);
  if (light === null)
    return <span className="chip border border-dashed border-ink3 text-ink3">{w.noLight}</span>;
  return (
    <span className="chip" style={{ background: `var(--l${light})`, color: `var(--on${light})` }}>
      <span aria-hidden="true" className="text-[.7em]">
        {LIGHT_GLYPH[light].symbol}
      </span>
      {text ?? w.lights[light]}
    </span>
  );
}
