import { useSuspenseQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { trpc } from "../../api/trpc.ts";
import { goSignIn } from "./goSignIn.ts";

/** Lets through who is signed in; anyone else goes to sign in and comes back to where they wanted to be. */
export function SignedIn({ children }: { children: ReactNode }) {
  const { data } = useSuspenseQuery({ ...trpc.auth.me.queryOptions(), staleTime: Number.POSITIVE_INFINITY });
  const known = data.user !== null;
  useEffect(() => {
    if (!known) goSignIn();
  }, [known]);
  return known ? children : null;
}
