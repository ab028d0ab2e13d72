import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useShortcuts } from "../../api/useShortcuts.ts";
import { useWords } from "../../words/useWords.ts";
import { workbenchWords } from "../../words/workbench.ts";

/** How long a pause in typing is a question. */
const PAUSE_MS = 140;

/** The search box: `/` comes here, Escape leaves. What is typed is asked after a short pause, not on every key. */
export function SearchBox({ value, onChange }: { value: string; onChange(q: string): void }) {
  const w = useWords(workbenchWords);
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const asked = useRef(value);

  // The address may change without the box: the back button, a cleared filter.
  useEffect(() => {
    if (value !== asked.current) {
      asked.current = value;
      setText(value);
    }
  }, [value]);
  useEffect(() => {
    if (text === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = text.trim();
      onChange(text.trim());
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, onChange]);
  useShortcuts({
    "/": () => {
      box.current?.focus();
      box.current?.select();
    },
  });

  return (
    <label className="relative flex w-full items-center md:w-[28rem]">
      <Search size={16} aria-hidden="true" className="absolute left-3 text-ink3" />
      <span className="sr-only">{w.search}</span>
      <input
        ref={box}
        type="search"
        className="input !pl-9"
        value={text}
        placeholder={w.placeholder}
        autoComplete="off"
        spellCheck={false}
        onChange={(e) => setText(e.target.value)}
        onKeyDown={(e) => {
          if (e.key !== "Escape") return;
          // The browser would empty the box: whoever leaves it wants to walk through what was found.
          e.preventDefault();
          e.currentTarget.blur();
        }}
      />
    </label>
  );
}
