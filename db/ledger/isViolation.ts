/** The PostgreSQL error behind a failed query, looked for through drizzle's wrapping. */
function databaseError(error: unknown): { code: string; constraint?: string } | null {
  for (let e = error; e instanceof Error; e = e.cause) {
    const { code } = e as { code?: unknown };
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code)) return e as unknown as { code: string };
  }
  return null;
}

/** Whether a write failed because the row is there already (SQLSTATE 23505), by the named constraint. */
export function isDuplicate(error: unknown, constraint: string): boolean {
  const found = databaseError(error);
  return found?.code === "23505" && found.constraint === constraint;
}
