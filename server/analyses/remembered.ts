/** The newest `most` values by name; the oldest are forgotten. */
export interface Remembered<T> {
  get(name: string): T | undefined;
  set(name: string, value: T): void;
}

export function remembered<T>(most: number): Remembered<T> {
  const held = new Map<string, T>();
  return {
    get: (name) => held.get(name),
    set(name, value) {
      held.delete(name);
      held.set(name, value);
      if (held.size > most) held.delete(held.keys().next().value!);
    },
  };
}
