import type { Readings } from "../readings/readings.ts";
import { type EventBook, eventBook } from "../warning/china/eventBook.ts";

/** The events and their composite are made in one go. */
export const EVENTS = "events";

const laid = new WeakMap<Readings, { seed: number; book: EventBook }>();

/**
 * The book of events out of what a day knew: laid out once for the readings handed in, whoever of the events and their composite
 * asks first. Throws AppError("not-enough-data") where a reference has no figure by then.
 */
export function bookOf(
  readings: Readings,
  seed: number,
  tell?: (done: number, total: number) => void,
): EventBook {
  const held = laid.get(readings);
  if (held?.seed === seed) return held.book;
  const book = eventBook(readings.history, readings.day, seed, tell);
  laid.set(readings, { seed, book });
  return book;
}
