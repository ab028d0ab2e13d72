import type { ReactNode } from "react";

export type ChipTone = "plain" | "accent" | "danger" | "late";

const TONE: Record<ChipTone, string> = {
  plain: "border border-line text-ink2",
  accent: "bg-accentbg text-accent",
  danger: "border border-danger text-danger",
  late: "bg-latebg text-late",
};

/** A short word about a thing: its state, its kind, a count. */
export function Chip({
  tone = "plain",
  title,
  children,
}: {
  tone?: ChipTone;
  title?: string;
  children: ReactNode;
}) {
  return (
    <span className={`chip ${TONE[tone]}`} title={title}>
      {children}
    </span>
  );
}
