import { History } from "lucide-react";
import { formatDate } from "../../format/formatDate.ts";
import { changeSearch, useGlobalSearch } from "../../route/useRoute.ts";
import { shellWords } from "../../words/shell.ts";
import { useLang, useWords } from "../../words/useWords.ts";

/** A coloured strip over every page while it shows the past, so that nobody takes it for today. */
export function AsOfStrip() {
  const w = useWords(shellWords);
  const lang = useLang();
  const { asof } = useGlobalSearch();
  if (asof === undefined) return null;
  return (
    <div className="flex flex-wrap items-center justify-center gap-x-4 gap-y-1 bg-latebg px-4 py-1.5 text-[.9rem] font-semibold text-late">
      <span className="inline-flex items-center gap-1.5">
        <History size={15} aria-hidden="true" />
        {w.asOf.strip(formatDate(asof, lang))}
      </span>
      <button
        type="button"
        className="min-h-7 underline underline-offset-4"
        onClick={() => changeSearch({ asof: undefined })}
      >
        {w.asOf.back}
      </button>
    </div>
  );
}
