import type { AlertEvent, Role, User } from "../../../db/stores/contract.ts";
import type { Words } from "../../../models/indicators/indicator.ts";
import type { IsoDate } from "../../../models/series/date.ts";
import type { Severity } from "../../../models/warning/contract.ts";
import type { RunRecord } from "./forecast.ts";

export interface Me {
  user: User | null;
  roles: Role[];
  mustChangePassword: boolean;
}

/** What the server pushes (GET /api/events, server-sent events; one JSON per message). */
export type LiveEvent =
  | {
      kind: "load";
      load: number;
      document: string;
      phase: "reading" | "checking" | "appending" | "committed" | "failed";
      done: number;
      total: number | null;
      message: string | null;
    }
  | { kind: "run"; run: number; title: Words; done: number; total: number; state: RunRecord["state"] }
  | {
      kind: "alert";
      /** By which rule, and what it is about: an event goes only to those who may read the alert. */
      rule: string;
      indicator: string;
      region: string;
      alert: number;
      event: AlertEvent["kind"];
      title: Words;
      severity: Severity;
    }
  | { kind: "data"; dataVersion: string; baseDate: IsoDate };
