/** A model's refusal: an error with a code, as AppError is. */
export interface Refusal {
  code: string;
  message: string;
}

/**
 * Reads a thrown value as a refusal; null when it is some other error. Told by its code, not by its class: a model
 * from a file of its own may carry its own copy of AppError, or a plain Error with a `code`.
 */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  return { code: error.code, message: error.message };
}
