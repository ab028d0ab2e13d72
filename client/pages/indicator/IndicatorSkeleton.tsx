import { Skeleton } from "../../parts/Skeleton.tsx";

/** The page's places in their final sizes. */
export function IndicatorSkeleton() {
  return (
    <div aria-busy="true">
      <Skeleton height="1.3rem" className="w-64" />
      <Skeleton height="2.6rem" className="mt-1.5 w-96 max-w-full" />
      <Skeleton height="1.9rem" className="mt-1.5 w-[34rem] max-w-full" />
      <div className="mt-3 grid gap-4 xl:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Skeleton height="35.5rem" />
          <div className="grid gap-4 lg:grid-cols-2">
            <Skeleton height="24rem" />
            <Skeleton height="24rem" />
          </div>
        </div>
        <div className="grid content-start gap-4 md:grid-cols-2 xl:grid-cols-1">
          <Skeleton height="34rem" />
          <Skeleton height="20rem" />
        </div>
      </div>
    </div>
  );
}
