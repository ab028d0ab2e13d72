import { useChangeSearch, useGlobalSearch } from "../../api/useGlobalSearch.ts";
import { changeSettings } from "../../theme/settings.ts";
import { useThemeName } from "../../theme/useThemeName.ts";
import { useLang } from "../../words/useWords.ts";

/** Language and theme: kept as the user's own, and in the link, so that who receives it sees the same page. */
export function useAppearance() {
  const lang = useLang();
  const theme = useThemeName();
  const search = useGlobalSearch();
  const change = useChangeSearch();
  return {
    lang,
    theme,
    setLang(to: "zh" | "en") {
      changeSettings({ lang: to });
      change({ lang: to === "zh" ? undefined : to }, true);
    },
    setTheme(to: "light" | "dark") {
      changeSettings({ theme: to });
      if (search.theme !== undefined) change({ theme: undefined }, true);
    },
  };
}
