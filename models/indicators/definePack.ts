import type { Indicator } from "./indicator.ts";

/** An indicator whose id is a literal, so that a rule naming it compiles only while it exists. */
export type Known<Id extends string> = Omit<Indicator, "id"> & { readonly id: Id };

/** The fields the indicators of one pack usually share; each entry may state its own instead. */
export type Passport = Pick<
  Indicator,
  | "unit"
  | "decimals"
  | "frequency"
  | "measure"
  | "basis"
  | "adjustment"
  | "agency"
  | "sourceTable"
  | "sourceClass"
  | "licence"
  | "themes"
  | "subject"
  | "grade"
  | "sharing"
  | "update"
  | "orientation"
  | "range"
>;

type Entry<Id extends string, Shared> = { readonly id: Id } & Omit<Indicator, "id" | keyof Shared> &
  Partial<Pick<Indicator, keyof Shared & keyof Indicator>>;

/** Lays the shared fields under each entry. The compiler asks every entry for what `shared` leaves open. */
export function definePack<const Id extends string, Shared extends Partial<Passport>>(
  shared: Shared,
  entries: readonly Entry<Id, Shared>[],
): readonly Known<Id>[] {
  return entries.map((entry) => ({ ...shared, ...entry }) as unknown as Known<Id>);
}

/** The licence class of official Chinese statistics: published facts, cited with their source. */
export const OFFICIAL_CHINA = "官方统计事实，注明来源 / official statistics, cite the source";
