import type { ErrorCode } from "../../models/errors.ts";

/** What can stop a request: the product's own codes, a server that cannot be reached, or a fault nobody named. */
export type ClientErrorCode = ErrorCode | "unreachable" | "unknown";

const CODES: readonly ErrorCode[] = [
  "not-found",
  "empty-base",
  "invalid-input",
  "not-enough-data",
  "source-unavailable",
  "source-changed",
  "store-unavailable",
  "already-running",
  "time-out",
  "limit-exceeded",
  "cancelled",
  "not-signed-in",
  "forbidden",
  "too-many-requests",
  "conflict",
];

/** The transport's own words, for answers that carry no code of ours. */
const FROM_TRPC: Readonly<Record<string, ErrorCode>> = {
  UNAUTHORIZED: "not-signed-in",
  FORBIDDEN: "forbidden",
  NOT_FOUND: "not-found",
  BAD_REQUEST: "invalid-input",
  CONFLICT: "conflict",
  TIMEOUT: "time-out",
  TOO_MANY_REQUESTS: "too-many-requests",
  SERVICE_UNAVAILABLE: "store-unavailable",
  CLIENT_CLOSED_REQUEST: "cancelled",
};

/** The code of a failed request: `data.appCode` as the server writes it, else by the transport's code. */
export function codeOf(error: unknown): ClientErrorCode {
  if (typeof error !== "object" || error === null || !("data" in error)) return "unknown";
  // No answer of the product in it: the request never came back, or a proxy on the way spoke.
  if (error.data === undefined) return "unreachable";
  const data = error.data as { appCode?: unknown; code?: unknown };
  const own = CODES.find((c) => c === data.appCode);
  return own ?? (typeof data.code === "string" ? FROM_TRPC[data.code] : undefined) ?? "unknown";
}

/** What was found and what was needed, as the server put it, in the reader's language where it speaks both. */
export function messageOf(error: unknown, lang: "zh" | "en"): string {
  const words = (error as { data?: { words?: { zh?: unknown; en?: unknown } } } | null)?.data?.words;
  const spoken = words?.[lang];
  if (typeof spoken === "string") return spoken;
  return error instanceof Error ? error.message : String(error);
}
