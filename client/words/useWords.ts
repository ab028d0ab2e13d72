import { createContext, useContext } from "react";

export type Lang = "zh" | "en";

/** The language of the page: the URL's `lang`, else the user's setting. Provided by the root route. */
export const LangContext = createContext<Lang>("zh");

export function useLang(): Lang {
  return useContext(LangContext);
}

/** The words of one area in the page's language: `const w = useWords(cockpitWords)`. */
export function useWords<T>(area: Readonly<Record<Lang, T>>): T {
  return area[useContext(LangContext)];
}
