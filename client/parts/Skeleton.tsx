import { partsWords } from "../words/parts.ts";
import { useWords } from "../words/useWords.ts";

/** Keeps the place of what is coming, in its final size, so that nothing moves when it arrives. */
export function Skeleton({ height, className = "" }: { height: string; className?: string }) {
  const w = useWords(partsWords);
  return (
    <div className={`skeleton ${className}`} style={{ height }}>
      <span className="sr-only">{w.loading}</span>
    </div>
  );
}
