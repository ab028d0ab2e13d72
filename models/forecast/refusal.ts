import type { ErrorCode } from "../errors.ts";
import type { Words } from "../indicators/indicator.ts";

/** A model's refusal: an error with a code, as AppError is. */
export interface Refusal {
  code: string;
  message: string;
  /** The same for people; null where the error speaks English alone. */
  words: Words | null;
}

/**
 * Reads a thrown value as a refusal; null when it is some other error. Told by its code, not by its class: a model
 * from a file of its own may carry its own copy of AppError, or a plain Error with a `code`.
 */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  const words = "words" in error && isWords(error.words) ? error.words : null;
  return { code: error.code, message: error.message, words };
}

/** Why a piece of computing has no result. */
export interface Stopped {
  /** What it was to compute from does not allow it: nothing is broken. Else something went wrong. */
  refused: boolean;
  /** In both languages; of a fault the error's own text in both. */
  words: Words;
}

/** By what a forecast model says that a series is not for it (`contract.ts`): too short, a gap it cannot bridge. */
export const MODEL_REFUSES: readonly ErrorCode[] = ["not-enough-data", "invalid-input"];
const TOO_LITTLE: readonly ErrorCode[] = ["not-enough-data"];

/** Reads what stopped a piece of computing: refused where the error carries one of the codes, a fault otherwise. */
export function stoppedBy(error: unknown, refusing: readonly ErrorCode[] = TOO_LITTLE): Stopped {
  const refusal = refusalOf(error);
  const message = error instanceof Error ? error.message : String(error);
  const refused = refusal !== null && refusing.some((code) => code === refusal.code);
  if (refusal?.words) return { refused, words: refusal.words };
  return { refused, words: { zh: refused ? `数据不足以计算（原文：${message}）` : message, en: message } };
}

/** Both languages, a line each, as messages of runs are kept; one line where they are the same. */
export function linesOf({ zh, en }: Words): string {
  return zh === en ? en : `${zh}\n${en}`;
}

function isWords(value: unknown): value is Words {
  const { zh, en } = (value ?? {}) as Partial<Words>;
  return typeof zh === "string" && typeof en === "string";
}
