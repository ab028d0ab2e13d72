import type { ReactNode } from "react";

export interface EmptyStateProps {
  /** Why there is nothing. */
  title: string;
  /** What to do next. */
  text?: ReactNode;
  heading?: "h1" | "h2" | "h3" | "p";
  children?: ReactNode;
}

/** Nothing here, why, and what next. */
export function EmptyState({ title, text, heading: Heading = "p", children }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center justify-center gap-2 px-4 py-10 text-center">
      <Heading className="text-[1.07rem] font-bold">{title}</Heading>
      {text && <p className="max-w-[34rem] text-[.92rem] text-ink2">{text}</p>}
      {children && <div className="mt-2 flex flex-wrap justify-center gap-2">{children}</div>}
    </div>
  );
}
