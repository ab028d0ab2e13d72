import type { IsoDate } from "../../series/date.ts";

/** After January and February have come out in every year, the festival of the year is known. */
const REVIEW = "03-31";

/** The newest yearly review up to a day: the 31 March on which models are identified anew. */
export function reviewDay(day: IsoDate): IsoDate {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= REVIEW ? `${year}-${REVIEW}` : `${year - 1}-${REVIEW}`;
}
