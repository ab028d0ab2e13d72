export type ErrorCode =
  | "not-found"
  | "invalid-input"
  | "not-enough-data"
  | "source-unavailable"
  | "source-changed"
  | "store-unavailable"
  | "already-running"
  | "time-out"
  | "limit-exceeded"
  | "cancelled"
  | "not-signed-in"
  | "forbidden"
  | "too-many-requests"
  | "conflict";

/**
 * What stops the work. What the world does every day (a gap, a short series, an unreadable line)
 * is a value in the return type instead. The message says what was found and what was needed.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "AppError";
    this.code = code;
  }
}
