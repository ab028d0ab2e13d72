import { type IsoDate, isoDate, parseIsoDate } from "../../series/date.ts";

/** The day some days before one. */
export const daysBefore = (day: IsoDate, days: number): IsoDate => isoDate(parseIsoDate(day)! - days);
