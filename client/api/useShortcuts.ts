import { useEffect } from "react";
import { useSettings } from "../theme/settings.ts";

/** Key names as the browser gives them, each with what it does. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/** A key meant for typing or for a control is never taken for a shortcut. */
export function takesKeys(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest("input:not([type=radio]):not([type=checkbox]), textarea, select, dialog") !== null)
  );
}

/** Single-key shortcuts of a page; they can be switched off in the account menu. */
export function useShortcuts(keys: Shortcuts): void {
  const { shortcuts } = useSettings();
  useEffect(() => {
    if (!shortcuts) return;
    const onKey = (e: KeyboardEvent) => {
      if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented || takesKeys(e.target)) return;
      // Enter and Space belong to the link or button that has the focus.
      const onControl = e.target instanceof HTMLElement && e.target.closest("a, button") !== null;
      if (onControl && (e.key === "Enter" || e.key === " ")) return;
      const action = keys[e.key] ?? keys[e.key.toLowerCase()];
      if (!action) return;
      e.preventDefault();
      action();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [keys, shortcuts]);
}
