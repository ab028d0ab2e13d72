import { partsWords } from "../words/parts.ts";
import { useWords } from "../words/useWords.ts";

/** Nothing has failed where nothing has been loaded yet: it says so, and who does what next. */
export function EmptyBase({ heading: Heading = "p" }: { heading?: "h1" | "p" }) {
  const w = useWords(partsWords);
  return (
    <div role="status" className="rounded-lg bg-sunken p-4 text-[.92rem]">
      <Heading className="font-semibold">{w.errors["empty-base"]}</Heading>
    </div>
  );
}
