import { messageOf } from "../../api/errors.ts";
import { toast } from "../../parts/Toast.tsx";
import { changeSearch, useGlobalSearch } from "../../route/useRoute.ts";
import { changeSettings } from "../../theme/settings.ts";
import { useThemeName } from "../../theme/useThemeName.ts";
import { loadEnglish } from "../../words/loadEnglish.ts";
import { useLang } from "../../words/useWords.ts";

/** Language and theme: kept as the user's own, and in the link, so that who receives it sees the same page. */
export function useAppearance() {
  const lang = useLang();
  const theme = useThemeName();
  const search = useGlobalSearch();
  return {
    lang,
    theme,
    setLang(to: "zh" | "en") {
      const turn = () => {
        changeSettings({ lang: to });
        changeSearch({ lang: to === "zh" ? undefined : to }, true);
      };
      if (to === "zh") turn();
      else loadEnglish().then(turn, (error: unknown) => toast(messageOf(error, lang), "failed"));
    },
    setTheme(to: "light" | "dark") {
      changeSettings({ theme: to });
      if (search.theme !== undefined) changeSearch({ theme: undefined }, true);
    },
  };
}
