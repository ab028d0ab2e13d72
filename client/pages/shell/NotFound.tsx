import { EmptyState } from "../../parts/EmptyState.tsx";
import { Link } from "../../route/Link.tsx";
import { shellWords } from "../../words/shell.ts";
import { useWords } from "../../words/useWords.ts";

export function NotFound() {
  const w = useWords(shellWords);
  return (
    <EmptyState heading="h1" title={w.notFound.title} text={w.notFound.text}>
      <Link to="/" className="btn btn-primary">
        {w.notFound.home}
      </Link>
    </EmptyState>
  );
}
