const turns = new WeakMap<object, Promise<unknown>>();

/**
 * Runs loads into one base one after another: what a load finds unchanged must not be changed under it by
 * another. A load that fails does not hold up the next.
 */
export function oneAtATime<T>(base: object, work: () => Promise<T>): Promise<T> {
  const before = turns.get(base) ?? Promise.resolve();
  const mine = before.then(work, work);
  turns.set(
    base,
    mine.catch(() => undefined),
  );
  return mine;
}
