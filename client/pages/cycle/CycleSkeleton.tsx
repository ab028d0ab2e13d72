import { Skeleton } from "../../parts/Skeleton.tsx";

const PLACES: readonly [columns: string, height: string][] = [
  ["lg:col-span-5 lg:row-span-2", "44rem"],
  ["lg:col-span-7", "21rem"],
  ["lg:col-span-7", "21rem"],
  ["lg:col-span-12", "25rem"],
  ["lg:col-span-7", "30rem"],
  ["lg:col-span-5", "30rem"],
];

/** The page's places while a day is computed, and which day that is. */
export function CycleSkeleton({ says }: { says: string }) {
  return (
    <div aria-busy="true">
      <p className="min-h-[2.3rem] text-[.86rem] text-ink3" role="status">
        {says}…
      </p>
      <Skeleton height="4.6rem" className="mt-2" />
      <div className="mt-4 grid grid-cols-1 gap-4 lg:grid-cols-12">
        {PLACES.map(([columns, height], i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: places never move
          <div key={i} className={`card p-4 ${columns}`}>
            <Skeleton height={height} />
          </div>
        ))}
      </div>
    </div>
  );
}
