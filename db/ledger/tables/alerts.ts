import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { Direction, Evidence, Severity } from "../../../models/warning/contract.ts";
import type { AlertEvent, AlertRecord, AlertState } from "../../stores/contract.ts";
import { instant } from "../columns.ts";

/** What changes during an alert's life: kept on the alert as it is now, and on every event as it was after it. */
const changing = () => ({
  state: text().$type<AlertState>().notNull(),
  severity: text().$type<Severity>().notNull(),
  period: text().notNull(),
  value: doublePrecision().notNull(),
  threshold: doublePrecision(),
  titleZh: text("title_zh").notNull(),
  titleEn: text("title_en").notNull(),
  evidence: jsonb().$type<readonly Evidence[]>().notNull(),
  assignee: text(),
  silencedUntil: date("silenced_until", { mode: "string" }),
  closedAsOf: date("closed_as_of", { mode: "string" }),
  closedBecause: text("closed_because").$type<NonNullable<AlertRecord["closedBecause"]>>(),
});

/** A signal that people follow until it clears. At most one is alive per rule and subject. */
export const alerts = pgTable(
  "alerts",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    rule: text().notNull(),
    ruleVersion: text("rule_version").notNull(),
    indicator: text().notNull(),
    region: text().notNull(),
    direction: text().$type<Direction>().notNull(),
    openedAsOf: date("opened_as_of", { mode: "string" }).notNull(),
    replayed: boolean().notNull(),
    ...changing(),
  },
  (t) => [
    uniqueIndex("alerts_live_once").on(t.rule, t.indicator, t.region).where(sql`${t.state} <> 'closed'`),
    index("alerts_by_subject").on(t.rule, t.indicator, t.region, t.openedAsOf),
    index("alerts_by_opened").on(t.openedAsOf),
    check("alerts_state", sql`${t.state} in ('open', 'acknowledged', 'in-work', 'closed', 'silenced')`),
    check("alerts_severity", sql`${t.severity} in ('none', 'watch', 'warning', 'critical')`),
    check(
      "alerts_closed",
      sql`(${t.state} = 'closed') = (${t.closedAsOf} is not null) and (${t.state} = 'closed') = (${t.closedBecause} is not null)`,
    ),
  ],
);

/** Everything that happened to an alert, append-only, with the alert as it stood after it: the past can be read back. */
export const alertEvents = pgTable(
  "alert_events",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    alert: integer()
      .notNull()
      .references(() => alerts.id),
    at: instant().notNull(),
    asOf: date("as_of", { mode: "string" }).notNull(),
    actor: text().notNull(),
    kind: text().$type<AlertEvent["kind"]>().notNull(),
    text: text().notNull(),
    ...changing(),
  },
  (t) => [index("alert_events_by_alert").on(t.alert, t.asOf, t.id)],
);
