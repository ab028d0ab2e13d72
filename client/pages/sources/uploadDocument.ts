import type { SourcesView } from "../../../server/routers/views.ts";

type Receipt = SourcesView["loads"][number];

/** Sends a document's bytes to the ingest and answers its receipt; throws with the server's own words when nothing was loaded. */
export async function uploadDocument(file: File): Promise<Receipt> {
  const answer = await fetch(`/api/ingest/${encodeURIComponent(file.name)}`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: file,
  });
  const body: unknown = await answer.json();
  if (answer.ok) return body as Receipt;
  throw new Error(reasonOf(body) ?? `HTTP ${answer.status}`);
}

/** The reason in a refused load's receipt, or in an error answer. */
export function reasonOf(body: unknown): string | null {
  if (typeof body !== "object" || body === null) return null;
  const { message, error } = body as { message?: unknown; error?: { message?: unknown } };
  if (typeof message === "string") return message;
  return typeof error?.message === "string" ? error.message : null;
}
