import { queryClient } from "../../api/queryClient.ts";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { shellWords } from "../../words/shell.ts";
import { useWords } from "../../words/useWords.ts";

/** A page that could not be drawn at all, or whose code or first answer could not be fetched. */
export function PageError({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const w = useWords(shellWords);
  return (
    <div className="mx-auto max-w-[40rem] px-4 py-16">
      <h1 className="mb-4 text-[1.35rem] font-bold">{w.failed}</h1>
      <ErrorState
        error={error}
        onRetry={() => {
          // A failure that is remembered would be thrown again without asking.
          queryClient.removeQueries({ predicate: (q) => q.state.status === "error" });
          onRetry();
        }}
      />
    </div>
  );
}
