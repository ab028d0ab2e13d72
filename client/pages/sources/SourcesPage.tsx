import { sourcesWords } from "../../words/sources.ts";
import { useWords } from "../../words/useWords.ts";

export function SourcesPage() {
  const w = useWords(sourcesWords);
  return <h1>{w.title}</h1>;
}
