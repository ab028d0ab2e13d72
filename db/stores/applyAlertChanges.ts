import { eq, inArray } from "drizzle-orm";
import { AppError } from "../../models/errors.ts";
import { isDuplicate } from "../ledger/isViolation.ts";
import type { LedgerDb } from "../ledger/ledger.ts";
import { alertEvents, alerts } from "../ledger/schema.ts";
import { storable } from "../ledger/storable.ts";
import { type AlertRow, alertOf } from "./alertRow.ts";
import type { AlertChange, AlertRecord } from "./contract.ts";

type Opening = Extract<AlertChange, { kind: "open" }>;
type Update = Extract<AlertChange, { kind: "update" }>;
type EventRow = typeof alertEvents.$inferInsert;

const PER_INSERT = 500;
/** Who opens alerts: no person does. */
const RULE_ACTOR = "system";

/**
 * Applies changes in the order given; each leaves an event that holds the alert as it stood after it.
 * Returns one record per change, in the same order, as it stands when all are applied.
 * Throws AppError("conflict") when an alert of the same rule and subject is alive already,
 * AppError("not-found") when the alert to change does not exist. Call it in a transaction.
 */
export async function applyAlertChanges(
  tx: LedgerDb,
  changes: readonly AlertChange[],
): Promise<AlertRecord[]> {
  const known = new Map<number, AlertRow>();
  const touched: number[] = [];
  for (let at = 0; at < changes.length; ) {
    const kind = changes[at]!.kind;
    const stretch: AlertChange[] = [];
    while (at < changes.length && changes[at]!.kind === kind && stretch.length < PER_INSERT) {
      stretch.push(changes[at]!);
      at += 1;
    }
    const rows =
      kind === "open"
        ? await openAll(tx, stretch as Opening[])
        : await updateAll(tx, stretch as Update[], known);
    for (const row of rows) {
      known.set(row.id, row);
      touched.push(row.id);
    }
  }
  return touched.map((id) => alertOf(known.get(id)!));
}

async function openAll(tx: LedgerDb, openings: readonly Opening[]): Promise<AlertRow[]> {
  const values = openings.map(({ alert: { subject, ...rest } }) => ({
    ...rest,
    ...subject,
    titleZh: storable(rest.titleZh),
    titleEn: storable(rest.titleEn),
    state: "open" as const,
  }));
  try {
    const rows = await tx.insert(alerts).values(values).returning();
    await keepEvents(
      tx,
      rows.map((row, i) => {
        const { at, text, alert } = openings[i]!;
        return eventOf(row, { at, asOf: alert.openedAsOf, actor: RULE_ACTOR, kind: "opened", text });
      }),
    );
    return rows;
  } catch (error) {
    if (!isDuplicate(error, "alerts_live_once")) throw error;
    throw new AppError(
      "conflict",
      "an alert of the same rule and subject is alive already; none was opened",
      {
        cause: error,
      },
    );
  }
}

async function updateAll(
  tx: LedgerDb,
  updates: readonly Update[],
  known: Map<number, AlertRow>,
): Promise<AlertRow[]> {
  const unread = [...new Set(updates.map((u) => u.id))].filter((id) => !known.has(id));
  if (unread.length > 0) {
    for (const row of await tx.select().from(alerts).where(inArray(alerts.id, unread)).for("update")) {
      known.set(row.id, row);
    }
  }
  const events: EventRow[] = [];
  const rows: AlertRow[] = [];
  for (const { id, set, event, asOf, at, actor, text } of updates) {
    const before = known.get(id);
    if (!before) throw new AppError("not-found", `there is no alert ${id}`);
    const after = { ...before, ...definedOf(set) };
    if (Object.keys(set).length > 0) await write(tx, id, set);
    known.set(id, after);
    rows.push(after);
    events.push(eventOf(after, { at, asOf, actor, kind: event, text }));
  }
  await keepEvents(tx, events);
  return rows;
}

async function write(tx: LedgerDb, id: number, set: Update["set"]): Promise<void> {
  const written = definedOf(set);
  if (Object.keys(written).length === 0) return;
  try {
    await tx.update(alerts).set(written).where(eq(alerts.id, id));
  } catch (error) {
    if (!isDuplicate(error, "alerts_live_once")) throw error;
    throw new AppError(
      "conflict",
      `alert ${id} cannot reopen: another of the same rule and subject is alive`,
      {
        cause: error,
      },
    );
  }
}

/** A change without its undefined fields: those mean "as before". */
function definedOf(set: Update["set"]): Update["set"] {
  return Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
}

function eventOf(row: AlertRow, event: Pick<EventRow, "at" | "asOf" | "actor" | "kind" | "text">): EventRow {
  return {
    alert: row.id,
    ...event,
    text: storable(event.text),
    state: row.state,
    severity: row.severity,
    period: row.period,
    value: row.value,
    threshold: row.threshold,
    titleZh: row.titleZh,
    titleEn: row.titleEn,
    evidence: row.evidence,
    assignee: row.assignee,
    silencedUntil: row.silencedUntil,
    closedAsOf: row.closedAsOf,
    closedBecause: row.closedBecause,
  };
}

async function keepEvents(tx: LedgerDb, events: readonly EventRow[]): Promise<void> {
  for (let from = 0; from < events.length; from += PER_INSERT) {
    await tx.insert(alertEvents).values(events.slice(from, from + PER_INSERT));
  }
}
