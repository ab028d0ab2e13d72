import { and, asc, count, desc, eq, inArray, lt, lte, ne, type SQL, sql } from "drizzle-orm";
import { AppError } from "../../models/errors.ts";
import type { LedgerDb } from "../ledger/ledger.ts";
import { alertEvents, alerts } from "../ledger/schema.ts";
import { alertOf } from "./alertRow.ts";
import { applyAlertChanges } from "./applyAlertChanges.ts";
import type { AlertFilter, AlertStore } from "./contract.ts";

/** Alerts and what happened to them. Changes are decided in models/warning; here they are applied, whole or not at all. */
export function alertStore(db: LedgerDb): AlertStore {
  return {
    apply: (changes) => db.transaction((tx) => applyAlertChanges(tx, changes)),

    async list(filter) {
      const standing = filter.asOf === undefined ? now(db) : asOf(db, filter.asOf);
      const where = and(...conditions(standing, filter));
      const total = await db.select({ n: count() }).from(standing).where(where);
      if (filter.limit === 0) return { items: [], total: total[0]!.n };
      const rows = await db
        .select()
        .from(standing)
        .where(where)
        .orderBy(...inboxOrder(standing))
        .limit(filter.limit)
        .offset(filter.offset);
      return { items: rows.map(alertOf), total: total[0]!.n };
    },

    async get(id, day) {
      const standing = day === undefined ? now(db) : asOf(db, day);
      const found = await db.select().from(standing).where(eq(standing.id, id));
      if (!found[0]) return null;
      const about = eq(alertEvents.alert, id);
      const events = await db
        .select({
          id: alertEvents.id,
          alert: alertEvents.alert,
          at: alertEvents.at,
          asOf: alertEvents.asOf,
          actor: alertEvents.actor,
          kind: alertEvents.kind,
          text: alertEvents.text,
        })
        .from(alertEvents)
        .where(day === undefined ? about : and(about, lte(alertEvents.asOf, day)))
        .orderBy(asc(alertEvents.asOf), asc(alertEvents.id));
      return { alert: alertOf(found[0]), events };
    },

    async live() {
      const rows = await db.select().from(alerts).where(ne(alerts.state, "closed")).orderBy(asc(alerts.id));
      return rows.map(alertOf);
    },

    async precedents(rule, subject, before) {
      const self = await db.select({ day: alerts.openedAsOf }).from(alerts).where(eq(alerts.id, before));
      if (!self[0]) throw new AppError("not-found", `there is no alert ${before}`);
      const rows = await db
        .select()
        .from(alerts)
        .where(
          and(
            eq(alerts.rule, rule),
            eq(alerts.indicator, subject.indicator),
            eq(alerts.region, subject.region),
            ne(alerts.id, before),
            lt(alerts.openedAsOf, self[0].day),
          ),
        )
        .orderBy(desc(alerts.openedAsOf), desc(alerts.id));
      return rows.map(alertOf);
    },
  };
}

/** Alerts as they are. */
function now(db: LedgerDb) {
  return db.select().from(alerts).as("standing");
}

/** Alerts as they stood at the end of a day: what never changes from the alert, the rest from its last event by then. */
function asOf(db: LedgerDb, day: string): ReturnType<typeof now> {
  return db
    .selectDistinctOn([alertEvents.alert], {
      id: alerts.id,
      rule: alerts.rule,
      ruleVersion: alerts.ruleVersion,
      indicator: alerts.indicator,
      region: alerts.region,
      direction: alerts.direction,
      openedAsOf: alerts.openedAsOf,
      replayed: alerts.replayed,
      state: alertEvents.state,
      severity: alertEvents.severity,
      period: alertEvents.period,
      value: alertEvents.value,
      threshold: alertEvents.threshold,
      titleZh: alertEvents.titleZh,
      titleEn: alertEvents.titleEn,
      evidence: alertEvents.evidence,
      assignee: alertEvents.assignee,
      silencedUntil: alertEvents.silencedUntil,
      closedAsOf: alertEvents.closedAsOf,
      closedBecause: alertEvents.closedBecause,
    })
    .from(alertEvents)
    .innerJoin(alerts, eq(alerts.id, alertEvents.alert))
    .where(and(lte(alertEvents.asOf, day), lte(alerts.openedAsOf, day)))
    .orderBy(alertEvents.alert, desc(alertEvents.asOf), desc(alertEvents.id))
    .as("standing") as unknown as ReturnType<typeof now>;
}

function conditions(t: ReturnType<typeof now>, filter: AlertFilter): SQL[] {
  const found: SQL[] = [];
  const among = (column: Parameters<typeof inArray>[0], values: readonly unknown[] | undefined): void => {
    if (values) found.push(inArray(column, [...values]));
  };
  among(t.state, filter.states);
  among(t.severity, filter.severities);
  among(t.rule, filter.rules);
  among(t.indicator, filter.indicators);
  if (filter.assignee !== undefined) found.push(eq(t.assignee, filter.assignee));
  if (filter.asOf !== undefined && !filter.states) found.push(ne(t.state, "closed"));
  return found;
}

/** Live before closed; live ones by severity; then the newest first. */
function inboxOrder(t: ReturnType<typeof now>): SQL[] {
  return [
    sql`case ${t.state} when 'closed' then 1 else 0 end`,
    sql`case when ${t.state} = 'closed' then 0
             else case ${t.severity} when 'critical' then 0 when 'warning' then 1 when 'watch' then 2 else 3 end end`,
    desc(t.openedAsOf),
    desc(t.id),
  ];
}
