import { AppError } from "../../models/errors.ts";
import { type EpochDay, type IsoDate, parseIsoDate } from "../../models/series/date.ts";

/** A date as the epoch day that the engine stores. Throws AppError("invalid-input") for text that is no date. */
export function day(date: IsoDate): EpochDay {
  const found = parseIsoDate(date);
  if (found === null) throw new AppError("invalid-input", `"${date}" is no day; needed: YYYY-MM-DD`);
  return found;
}
