import { X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { partsWords } from "../words/parts.ts";
import { useWords } from "../words/useWords.ts";
import { IconButton } from "./Button.tsx";

interface Note {
  id: number;
  text: string;
  tone: "done" | "failed";
}

const SHOWN_FOR_MS = 6000;
let notes: readonly Note[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function change(to: readonly Note[]): void {
  notes = to;
  for (const listener of listeners) listener();
}

/** Says in passing what was done, or that it failed. Failures stay until they are dismissed. */
export function toast(text: string, tone: Note["tone"] = "done"): void {
  const note = { id: nextId++, text, tone };
  change([...notes.slice(-2), note]);
  if (tone === "done") setTimeout(() => change(notes.filter((n) => n.id !== note.id)), SHOWN_FOR_MS);
}

export function Toaster() {
  const w = useWords(partsWords);
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => notes,
  );
  return (
    <output
      aria-live="polite"
      className="noprint pointer-events-none fixed inset-x-3 bottom-18 z-50 flex flex-col items-center gap-2 lg:bottom-5"
    >
      {shown.map((n) => (
        <span
          key={n.id}
          className="pointer-events-auto flex max-w-[36rem] items-center gap-3 rounded-lg bg-ink py-1.5 pr-1.5 pl-4 text-[.92rem] text-bg shadow-lg"
        >
          {n.tone === "failed" && (
            <span aria-hidden="true" className="font-bold">
              !
            </span>
          )}
          {n.text}
          <IconButton
            label={w.dismiss}
            className="text-bg hover:bg-ink2 hover:text-bg"
            onClick={() => change(notes.filter((x) => x.id !== n.id))}
          >
            <X size={16} />
          </IconButton>
        </span>
      ))}
    </output>
  );
}
