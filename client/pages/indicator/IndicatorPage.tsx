import { indicatorWords } from "../../words/indicator.ts";
import { useWords } from "../../words/useWords.ts";

export function IndicatorPage() {
  const w = useWords(indicatorWords);
  return <h1>{w.title}</h1>;
}
