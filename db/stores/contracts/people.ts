import type { Grade } from "../../../models/indicators/indicator.ts";

export type Role = "leader" | "analyst" | "modeler" | "steward" | "administrator";

export const ROLES: readonly Role[] = ["leader", "analyst", "modeler", "steward", "administrator"];

export interface User {
  id: number;
  name: string;
  displayName: string;
  role: Role;
  /** The grades this user may read. */
  grades: readonly Grade[];
}

export interface AuditEntry {
  at: string;
  actor: string;
  action: string;
  object: string;
  detail: string;
}

export interface AuditStore {
  write(entry: AuditEntry): Promise<void>;
  list(filter: { actor?: string; object?: string; limit: number }): Promise<(AuditEntry & { id: number })[]>;
}

/** What the base remembers about itself (e.g. how far its seed has come): one JSON value a key. */
export interface SettingsStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

export interface UserStore {
  count(): Promise<number>;
  create(user: Omit<User, "id"> & { passwordHash: string; mustChangePassword: boolean }): Promise<User>;
  /** The accounts of an empty table, all or none; empty when there are users already. */
  createFirst(
    users: readonly (Omit<User, "id"> & { passwordHash: string; mustChangePassword: boolean })[],
  ): Promise<User[]>;
  byName(
    name: string,
  ): Promise<(User & { passwordHash: string; mustChangePassword: boolean; disabled: boolean }) | null>;
  /** Sets the password a person chose and ends the person's sessions, but for `keepSession` (a token's hash). */
  setPassword(id: number, passwordHash: string, keepSession?: string): Promise<void>;
  list(): Promise<User[]>;
  /** Sessions are kept by the SHA-256 of their token, never the token. */
  openSession(user: number, tokenHash: string, expiresAt: string): Promise<void>;
  session(
    tokenHash: string,
    now: string,
  ): Promise<(User & { mustChangePassword: boolean; expiresAt: string }) | null>;
  extendSession(tokenHash: string, expiresAt: string): Promise<void>;
  closeSession(tokenHash: string): Promise<void>;
  /** Forgets sessions that ended before now; returns how many. */
  removeExpiredSessions(now: string): Promise<number>;
}
