import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { partsWords } from "../words/parts.ts";
import { useWords } from "../words/useWords.ts";
import { IconButton } from "./Button.tsx";

export interface DialogProps {
  open: boolean;
  onClose(): void;
  title: string;
  children: ReactNode;
  /** `side`: a drawer from the right; `top`: under the header, for search. */
  place?: "centre" | "side" | "top";
  /** Hide the heading from sight, not from screen readers. */
  bare?: boolean;
}

const PLACE = {
  centre: "m-auto w-[min(34rem,calc(100vw-2rem))] rounded-xl",
  side: "my-0 ml-auto mr-0 h-dvh max-h-dvh w-[min(30rem,100vw)]",
  top: "mx-auto mt-[12vh] mb-auto w-[min(40rem,calc(100vw-1.5rem))] rounded-xl",
};

/**
 * The browser's modal dialog: it traps focus, closes on Escape, hides the rest from screen readers and gives
 * focus back to where it came from. What carries `data-autofocus` inside has the focus first.
 */
export function Dialog({ open, onClose, title, children, place = "centre", bare = false }: DialogProps) {
  const w = useWords(partsWords);
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return;
    if (open && !dialog.open) {
      dialog.showModal();
      dialog.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    }
    if (!open && dialog.open) dialog.close();
  }, [open]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog by itself; the click is on the backdrop
    <dialog
      ref={ref}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(e) => {
        if (e.target === ref.current) onClose();
      }}
      className={`border border-line bg-surface p-0 text-ink shadow-xl backdrop:bg-black/45 ${PLACE[place]}`}
    >
      {open && (
        <div className={place === "side" ? "flex h-full flex-col" : ""}>
          <div className={bare ? "sr-only" : "flex items-center gap-3 border-b border-line px-5 py-3"}>
            <h2 id={id} className="flex-1 text-[1.1rem] font-bold">
              {title}
            </h2>
            {!bare && (
              <IconButton label={w.close} onClick={onClose}>
                <X size={18} />
              </IconButton>
            )}
          </div>
          <div className={bare ? "" : "min-h-0 flex-1 overflow-y-auto px-5 py-4"}>{children}</div>
        </div>
      )}
    </dialog>
  );
}
