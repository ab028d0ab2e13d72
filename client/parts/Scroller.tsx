import type { ReactNode, Ref } from "react";

export interface ScrollerProps {
  /** What the region holds, for a reader who does not see it. */
  label: string;
  className?: string;
  ref?: Ref<HTMLElement>;
  children: ReactNode;
}

/** A region that scrolls by itself (a wide table, a long list): named, and reachable by keyboard. */
export function Scroller({ label, className, ref, children }: ScrollerProps) {
  return (
    <section
      ref={ref}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className={className === undefined ? "scroller" : `scroller ${className}`}
    >
      {children}
    </section>
  );
}
