import { modelsWords } from "../../words/models.ts";
import { useWords } from "../../words/useWords.ts";

export function ModelsPage() {
  const w = useWords(modelsWords);
  return <h1>{w.title}</h1>;
}
