import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
} from "drizzle-orm/pg-core";
import type { Agency } from "../../../models/indicators/agency.ts";
import type { Indicator } from "../../../models/indicators/indicator.ts";
import type { Region } from "../../../models/indicators/region.ts";
import type { ReleaseRecord } from "../../stores/contract.ts";
import { instant } from "../columns.ts";
import { loads } from "./loads.ts";

/** Who publishes. Follows the shipped packs at every start. */
export const agencies = pgTable("agencies", {
  id: text().primaryKey(),
  nameZh: text("name_zh").notNull(),
  nameEn: text("name_en").notNull(),
  homepage: text().notNull(),
  passport: jsonb().$type<Agency>().notNull(),
  retired: boolean().notNull().default(false),
});

/** Where figures belong. Follows the shipped packs at every start. */
export const regions = pgTable("regions", {
  code: text().primaryKey(),
  nameZh: text("name_zh").notNull(),
  nameEn: text("name_en").notNull(),
  kind: text().notNull(),
  parent: text(),
  pinyin: text().notNull(),
  initials: text().notNull(),
  passport: jsonb().$type<Region>().notNull(),
  retired: boolean().notNull().default(false),
});

/** The catalogue as shipped: the whole passport, and beside it what people search and filter by. */
export const indicators = pgTable(
  "indicators",
  {
    id: text().primaryKey(),
    nameZh: text("name_zh").notNull(),
    nameEn: text("name_en").notNull(),
    shortZh: text("short_zh").notNull(),
    shortEn: text("short_en").notNull(),
    pinyin: text().notNull(),
    initials: text().notNull(),
    agency: text()
      .notNull()
      .references(() => agencies.id),
    frequency: text().notNull(),
    unit: text().notNull(),
    measure: text().notNull(),
    basis: text().notNull(),
    adjustment: text().notNull(),
    sourceClass: text("source_class").notNull(),
    subject: text().notNull(),
    themes: text().array().notNull(),
    grade: text().notNull(),
    sharing: text().notNull(),
    simulated: boolean().notNull(),
    passport: jsonb().$type<Indicator>().notNull(),
    /** No longer shipped. Kept, because its figures and alerts are. */
    retired: boolean().notNull().default(false),
  },
  (t) => [index("indicators_initials").on(t.initials), index("indicators_grade").on(t.grade)],
);

/**
 * Which number stands for which series in the columns of ClickHouse. No reference to `indicators`: a number
 * once given is never taken back, whatever becomes of the catalogue; unknown ids are refused at the gate.
 */
export const series = pgTable(
  "series",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    indicator: text().notNull(),
    region: text().notNull(),
  },
  (t) => [unique("series_indicator_region").on(t.indicator, t.region)],
);

/** Publication events on record: the day a source said what, what was expected of it, and which load brought it. */
export const releases = pgTable(
  "releases",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    indicator: text().notNull(),
    region: text().notNull(),
    period: text().notNull(),
    releaseDate: date("release_date", { mode: "string" }).notNull(),
    basis: text().$type<ReleaseRecord["basis"]>().notNull(),
    actual: doublePrecision(),
    consensus: doublePrecision(),
    previous: doublePrecision(),
    load: integer().references(() => loads.id),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    unique("releases_once").on(t.indicator, t.region, t.period, t.releaseDate),
    index("releases_by_date").on(t.releaseDate),
  ],
);
