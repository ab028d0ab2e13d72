import { useWords } from "../../words/useWords.ts";
import { workbenchWords } from "../../words/workbench.ts";

export function WorkbenchPage() {
  const w = useWords(workbenchWords);
  return <h1>{w.title}</h1>;
}
