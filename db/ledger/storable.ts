/** PostgreSQL text holds every character but U+0000; what came from outside shows it as ␀ instead of failing. */
export function storable(text: string): string {
  return text.includes("\u0000") ? text.replaceAll("\u0000", "␀") : text;
}
