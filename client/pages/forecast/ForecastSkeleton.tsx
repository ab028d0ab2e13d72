import { Skeleton } from "../../parts/Skeleton.tsx";
import { forecastWords } from "../../words/forecast.ts";
import { useWords } from "../../words/useWords.ts";
import type { Target } from "./search.ts";
import { TargetChoice } from "./TargetChoice.tsx";

/** The page's places in their final sizes, and what is being worked out. */
export function ForecastSkeleton({ target, text }: { target: Target; text: string }) {
  const w = useWords(forecastWords);
  return (
    <div aria-busy="true">
      <div className="flex min-h-[2.3rem] flex-wrap items-center gap-x-3 gap-y-1 text-[.86rem] text-ink3">
        <span>{w.kind}</span>
        <span className="noprint ml-auto">
          <TargetChoice target={target} />
        </span>
      </div>
      <p role="status" className="mt-2 text-[.92rem] text-ink2">
        {text}
      </p>
      <Skeleton height="2.4rem" className="mt-2 w-[min(44rem,95%)]" />
      <div className="mt-3 grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-6">
        {["a", "b", "c", "d", "e", "f"].map((id) => (
          <Skeleton key={id} height="6.6rem" />
        ))}
      </div>
      <div className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-4 xl:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <Skeleton height="34rem" />
        <Skeleton height="34rem" />
      </div>
    </div>
  );
}
