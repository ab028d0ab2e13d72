/**
 * Views already built, by data version: a page asked for by two hundred people is computed once.
 * Two requests for one key share one computation; a failed computation is not kept.
 * Keys hold everything the view depends on, grades included, so no one is handed another's view.
 */
export interface ViewCache {
  get<T>(version: string, key: string, make: () => Promise<T>): Promise<T>;
  clear(): void;
}

export function createViewCache(limit = 400): ViewCache {
  const held = new Map<string, Promise<unknown>>();
  let current = "";
  return {
    get<T>(version: string, key: string, make: () => Promise<T>): Promise<T> {
      if (version !== current) {
        held.clear();
        current = version;
      }
      const found = held.get(key);
      if (found) {
        // Least recently used goes first: re-insertion moves a key to the end.
        held.delete(key);
        held.set(key, found);
        return found as Promise<T>;
      }
      const made = make();
      held.set(key, made);
      made.catch(() => held.get(key) === made && held.delete(key));
      if (held.size > limit) held.delete(held.keys().next().value!);
      return made;
    },
    clear() {
      held.clear();
    },
  };
}
