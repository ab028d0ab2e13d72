import { AppError } from "../../../models/errors.ts";

/** Two instants of one morning. */
export const AT = "2025-04-10T01:30:00.000Z";
export const LATER = "2025-04-10T01:31:00.000Z";

/** The code of the AppError that work ends in; any other error goes on. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return "no error";
}

/** The ledger's own words on why it refused a write. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    let deepest = error;
    while (deepest instanceof Error && deepest.cause !== undefined) deepest = deepest.cause;
    return deepest instanceof Error ? deepest.message : String(deepest);
  }
  return "no refusal";
}
