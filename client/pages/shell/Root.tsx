import { type ReactNode, Suspense, use, useEffect, useLayoutEffect } from "react";
import { onSignedOut, queryClient } from "../../api/queryClient.ts";
import { trpc } from "../../api/trpc.ts";
import { Toaster } from "../../parts/Toast.tsx";
import { useGlobalSearch } from "../../route/useRoute.ts";
import { applyAppearance } from "../../theme/appearance.ts";
import { useSettings } from "../../theme/settings.ts";
import { loadEnglish } from "../../words/loadEnglish.ts";
import { LangContext } from "../../words/useWords.ts";
import { goSignIn } from "./goSignIn.ts";

/** Around every page: its language, its looks, the notes that pass, and the way back to sign-in. */
export function Root({ children }: { children: ReactNode }) {
  const search = useGlobalSearch();
  const own = useSettings();

  useLayoutEffect(() => {
    applyAppearance(search, own);
    const media = matchMedia("(prefers-color-scheme: dark)");
    const apply = () => applyAppearance(search, own);
    media.addEventListener("change", apply);
    return () => media.removeEventListener("change", apply);
  }, [search, own]);

  useEffect(
    () =>
      onSignedOut(() => {
        queryClient.setQueryData(trpc.auth.me.queryKey(), (me) => (me ? { ...me, user: null } : me));
        goSignIn();
      }),
    [],
  );

  const lang = search.lang ?? own.lang;
  return (
    <LangContext value={lang}>
      <Suspense>
        <Spoken english={lang === "en"}>{children}</Spoken>
      </Suspense>
    </LangContext>
  );
}

/** The page, once its words are here: English is fetched when it is read. */
function Spoken({ english, children }: { english: boolean; children: ReactNode }) {
  if (english) use(loadEnglish());
  return (
    <>
      {children}
      <Toaster />
    </>
  );
}
