import type { IsoDate } from "../series/date.ts";
import { LUNAR_TO, lunarFestival } from "./lunarFestivals.ts";

/** The last year the table holds. */
export const LAST_SPRING_FESTIVAL = LUNAR_TO;

/** Lunar New Year's Day of a year (always between 21 January and 20 February); null outside 1951–2100. */
export const springFestival = (year: number): IsoDate | null => lunarFestival("spring-festival", year);
