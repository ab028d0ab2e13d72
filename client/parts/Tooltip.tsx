import { type ReactNode, useId, useState } from "react";

/**
 * A word of explanation on hover and on focus. It stays while the pointer is over it and Escape takes it away
 * (WCAG 1.4.13). Nothing that is needed may live only here.
 */
export function Tooltip({ text, children }: { text: ReactNode; children: ReactNode }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the span only watches hover and focus of what it wraps
    <span
      className="relative inline-flex"
      onPointerEnter={() => setOpen(true)}
      onPointerLeave={() => setOpen(false)}
      onFocus={() => setOpen(true)}
      onBlur={() => setOpen(false)}
      onKeyDown={(e) => {
        if (e.key === "Escape" && open) {
          e.stopPropagation();
          setOpen(false);
        }
      }}
    >
      <span aria-describedby={open ? id : undefined}>{children}</span>
      {open && (
        <span
          role="tooltip"
          id={id}
          className="absolute top-full left-1/2 z-40 w-max max-w-[18rem] -translate-x-1/2 rounded-md bg-ink px-2 py-1 text-[.8rem] font-normal whitespace-normal text-bg"
        >
          {text}
        </span>
      )}
    </span>
  );
}
