import { LIGHT_GLYPH, LIGHT_LEVELS } from "../theme/palette.ts";
import { partsWords } from "../words/parts.ts";
import { useLang, useWords } from "../words/useWords.ts";

/** The key to the lights, hot to cold, and to the hollow ones. */
export function LightLegend({ carried = false }: { carried?: boolean }) {
  const w = useWords(partsWords);
  const lang = useLang();
  return (
    <ul aria-label={w.legend} className="flex flex-wrap gap-x-3 gap-y-1 text-[.8rem] text-ink2">
      {LIGHT_LEVELS.toReversed().map((l) => (
        <li key={l} className="flex items-center gap-1.5">
          <span
            aria-hidden="true"
            className="grid h-5 w-6 place-items-center rounded text-[.74rem] font-bold"
            style={{ background: `var(--l${l})`, color: `var(--on${l})` }}
          >
            {LIGHT_GLYPH[l][lang]}
          </span>
          {w.lights[l]}
        </li>
      ))}
      {carried && (
        <li className="flex items-center gap-1.5">
          <span
            aria-hidden="true"
            className="h-5 w-6 rounded"
            style={{ boxShadow: "inset 0 0 0 2px var(--band3)" }}
          />
          {w.carried}
        </li>
      )}
    </ul>
  );
}
