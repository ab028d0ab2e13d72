import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from "react";

export interface PopoverProps {
  /** What the button says or shows. */
  button: ReactNode;
  /** The button's name, where it shows a picture only. */
  label: string;
  /** Classes of the button. */
  className?: string;
  align?: "left" | "right";
  /** Opens upwards: for a button at the foot of the window. */
  above?: boolean;
  width?: string;
  /** The content; called with a function that closes it and gives focus back. */
  children(close: () => void): ReactNode;
  onOpen?(): void;
}

/**
 * Something small beside the button that opened it: not modal. Escape and a click elsewhere close it, leaving it
 * with Tab closes it too, and focus returns to the button.
 */
export function Popover({
  button,
  label,
  className = "icon-btn",
  align = "right",
  above = false,
  width = "18rem",
  children,
  onOpen,
}: PopoverProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  const close = useCallback(() => {
    setOpen(false);
    document.getElementById(`${id}-button`)?.focus();
  }, [id]);

  useEffect(() => {
    if (!open) return;
    const outside = (e: Event) => {
      if (e.target instanceof Node && !root.current?.contains(e.target)) setOpen(false);
    };
    const onEscape = (e: KeyboardEvent) => {
      if (e.key !== "Escape") return;
      e.stopPropagation();
      close();
    };
    const node = root.current;
    document.addEventListener("pointerdown", outside);
    document.addEventListener("focusin", outside);
    node?.addEventListener("keydown", onEscape);
    // Focus may have left the content without going elsewhere: what was clicked may be gone.
    document.addEventListener("keydown", onEscape);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("focusin", outside);
      node?.removeEventListener("keydown", onEscape);
      document.removeEventListener("keydown", onEscape);
    };
  }, [open, close]);

  return (
    <div ref={root} className="relative">
      <button
        id={`${id}-button`}
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => {
          if (!open) onOpen?.();
          setOpen(!open);
        }}
      >
        {button}
      </button>
      {open && (
        <section
          id={id}
          aria-label={label}
          className={`card absolute z-40 ${above ? "bottom-full mb-1.5" : "mt-1.5"} max-h-[80vh] max-w-[calc(100vw-1.5rem)] overflow-y-auto p-3 text-ink shadow-lg ${align === "right" ? "right-0" : "left-0"}`}
          style={{ width }}
        >
          {children(close)}
        </section>
      )}
    </div>
  );
}
