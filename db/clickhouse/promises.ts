/** Runs pieces of work one after another, in the order they come; one that fails does not stop the next. */
export function oneAfterAnother(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work, work);
    last = result.catch(() => undefined);
    return result;
  };
}

/** Keeps an answer until it is told to forget; a failure is not kept. */
export function remembered<T>(make: () => Promise<T>): { get(): Promise<T>; forget(): void } {
  let kept: Promise<T> | null = null;
  return {
    get() {
      kept ??= make();
      const current = kept;
      current.catch(() => {
        if (kept === current) kept = null;
      });
      return current;
    },
    forget() {
      kept = null;
    },
  };
}
