import type { User } from "../../db/stores/contract.ts";
import { AppError } from "../../models/errors.ts";
import { parseIsoDate } from "../../models/series/date.ts";
import type { Edition } from "../edition.ts";
import type { Passport } from "../routers/views.ts";

/**
 * Which day a page shows. `asOf` later than the base's newest vintage shows the newest and says so by not looking back.
 * Throws AppError("invalid-input") for text that is no day, AppError("empty-base") while the base holds nothing.
 */
export function passportOf(edition: Edition, asOf: string | undefined): Passport {
  if (edition.baseDate === null) throw new AppError("empty-base", "the base holds no figures yet");
  if (asOf !== undefined && parseIsoDate(asOf) === null) {
    throw new AppError("invalid-input", `asOf is "${asOf}"; needed is a day such as ${edition.baseDate}`);
  }
  const day = asOf === undefined || asOf > edition.baseDate ? edition.baseDate : asOf;
  return {
    asOf: day,
    baseDate: edition.baseDate,
    lookingBack: day < edition.baseDate,
    dataVersion: edition.dataVersion,
  };
}

/** The part of a cache key that says whose eyes: views are built per set of grades, never per person. */
export function gradesKey(user: User): string {
  return [...user.grades].sort().join("+");
}
