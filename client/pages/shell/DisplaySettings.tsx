import { Segmented } from "../../parts/Segmented.tsx";
import { changeSettings, useSettings } from "../../theme/settings.ts";
import { shellWords } from "../../words/shell.ts";
import { useWords } from "../../words/useWords.ts";
import { useAppearance } from "./useAppearance.ts";

/** Text size, theme, language, how lights are written, single keys on or off: kept on this machine. */
export function DisplaySettings() {
  const w = useWords(shellWords);
  const own = useSettings();
  const { lang, theme, setLang, setTheme } = useAppearance();
  return (
    <div className="flex flex-col gap-2">
      <h2 className="sr-only">{w.menu.displaySettings}</h2>
      <Segmented
        label={w.menu.size}
        showLabel
        value={own.size}
        options={[
          { value: "normal", label: w.textSize.normal },
          { value: "large", label: w.textSize.large },
        ]}
        onChange={(size) => changeSettings({ size })}
      />
      <Segmented
        label={w.menu.theme}
        showLabel
        value={theme}
        options={[
          { value: "light", label: w.theme.light },
          { value: "dark", label: w.theme.dark },
        ]}
        onChange={setTheme}
      />
      <Segmented
        label={w.menu.language}
        showLabel
        value={lang}
        options={[
          { value: "zh", label: "中文" },
          { value: "en", label: "English" },
        ]}
        onChange={setLang}
      />
      <Segmented
        label={w.menu.glyph}
        showLabel
        value={own.glyph}
        options={[
          { value: "character", label: w.menu.glyphs.character },
          { value: "symbol", label: w.menu.glyphs.symbol },
          { value: "number", label: w.menu.glyphs.number },
        ]}
        onChange={(glyph) => changeSettings({ glyph })}
      />
      <label className="flex min-h-7 items-center gap-2">
        <input
          type="checkbox"
          className="size-4"
          checked={own.shortcuts}
          onChange={(e) => changeSettings({ shortcuts: e.target.checked })}
        />
        {w.menu.shortcuts}
      </label>
      <p className="text-[.8rem] text-ink3">{w.menu.shortcutsHint}</p>
    </div>
  );
}
