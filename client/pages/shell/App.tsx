import { ErrorBoundary } from "../../route/ErrorBoundary.tsx";
import { Router } from "../../route/Router.tsx";
import { NotFound } from "./NotFound.tsx";
import { PageError } from "./PageError.tsx";
import { Root } from "./Root.tsx";
import { Shell } from "./Shell.tsx";
import { SignedIn } from "./SignedIn.tsx";

/** The product: the page of the address, in its frame, for who may see it. */
export function App() {
  return (
    <Router>
      {(matched, place) => (
        <Root>
          <ErrorBoundary
            resetKey={place.pathname}
            fallback={(error, retry) => (
              <main>
                <PageError error={error} onRetry={retry} />
              </main>
            )}
          >
            {matched?.open ? (
              <matched.Page />
            ) : (
              <SignedIn>
                <Shell>
                  <ErrorBoundary
                    resetKey={place.pathname}
                    fallback={(error, retry) => <PageError error={error} onRetry={retry} />}
                  >
                    {matched ? <matched.Page /> : <NotFound />}
                  </ErrorBoundary>
                </Shell>
              </SignedIn>
            )}
          </ErrorBoundary>
        </Root>
      )}
    </Router>
  );
}
