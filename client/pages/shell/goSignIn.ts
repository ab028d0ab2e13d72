import { placeNow } from "../../route/location.ts";
import { navigate } from "../../route/useRoute.ts";

/**
 * Goes to the page that asks for a name, which leads back to here. Several answers may say at once that nobody is signed
 * in: who is there already, or on the way, stays, so that the way back never leads to the sign-in itself.
 */
export function goSignIn(): void {
  const { pathname, search } = placeNow();
  if (pathname === "/login") return;
  const here = pathname + search;
  navigate({ to: "/login", search: here === "/" ? {} : { next: here }, replace: true });
}
