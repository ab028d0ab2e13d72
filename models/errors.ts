export type ErrorCode =
  | "not-found"
  | "empty-base"
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

/** A sentence in both languages. */
interface BothLanguages {
  zh: string;
  en: string;
}

/**
 * What stops the work. What the world does every day (a gap, a short series, an unreadable line)
 * is a value in the return type instead. The message says what was found and what was needed; said in both
 * languages it reaches people as it is, in English alone it is for operators.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** The sentence for people; null where only operators are told. */
  readonly words: BothLanguages | null;
  constructor(code: ErrorCode, said: string | BothLanguages, options?: ErrorOptions) {
    super(typeof said === "string" ? said : said.en, options);
    this.name = "AppError";
    this.code = code;
    this.words = typeof said === "string" ? null : said;
  }
}
