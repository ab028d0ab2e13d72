/**
 * The words of one area in both languages. Chinese is the source and always here; English is fetched when somebody
 * reads English (`loadEnglish`), so that the first page of everybody else does not wait for it.
 */
export interface Area<T> {
  readonly zh: T;
  /** Throws until `fill` was called: an area missing from english.ts must not read as Chinese in silence. */
  readonly en: T;
  fill(en: T): void;
}

export function area<T>(name: string, zh: T): Area<T> {
  let english: T | null = null;
  return {
    zh,
    get en(): T {
      if (english === null)
        throw new Error(`the English words of "${name}" were asked for before they were loaded`);
      return english;
    },
    fill(en: T) {
      english = en;
    },
  };
}
