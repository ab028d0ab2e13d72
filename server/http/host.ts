import type { Services } from "../services.ts";

/** What the server can be before it is ready: only health and the client's files answer then. */
export interface Host {
  readonly readiness: Services["readiness"];
  /** null until everything is open. */
  readonly services: Services | null;
  readonly version: string;
  readonly clientDir: string;
  readonly log: Services["log"];
  readonly trustProxy: boolean;
}
