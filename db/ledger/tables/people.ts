import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import type { Grade } from "../../../models/indicators/indicator.ts";
import type { Role } from "../../stores/contract.ts";
import { instant } from "../columns.ts";

/** Who may sign in. A name is taken whatever its capitals. */
export const users = pgTable(
  "users",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    name: text().notNull().unique("users_name"),
    displayName: text("display_name").notNull(),
    role: text().$type<Role>().notNull(),
    grades: text().array().$type<Grade[]>().notNull(),
    passwordHash: text("password_hash").notNull(),
    mustChangePassword: boolean("must_change_password").notNull(),
    disabled: boolean().notNull().default(false),
  },
  (t) => [
    check("users_role", sql`${t.role} in ('leader', 'analyst', 'modeler', 'steward', 'administrator')`),
    check("users_name_lower", sql`${t.name} = lower(${t.name})`),
  ],
);

/** Who is signed in: the SHA-256 of a session's token, never the token. */
export const sessions = pgTable(
  "sessions",
  {
    tokenHash: text("token_hash").primaryKey(),
    user: integer("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("sessions_by_user").on(t.user), index("sessions_by_expiry").on(t.expiresAt)],
);

/** Every write that a person or a job asked for: append-only. */
export const audit = pgTable(
  "audit",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant().notNull(),
    actor: text().notNull(),
    action: text().notNull(),
    object: text().notNull(),
    detail: text().notNull(),
  },
  (t) => [index("audit_by_actor").on(t.actor, t.id), index("audit_by_object").on(t.object, t.id)],
);

/** What this base remembers about itself. */
export const settings = pgTable("settings", {
  key: text().primaryKey(),
  value: jsonb().notNull(),
});
