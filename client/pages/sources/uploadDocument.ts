import type { IsoDate } from "../../../models/series/date.ts";
import type { SourcesView } from "../../../server/routers/views.ts";

/** The receipt; `alreadyLoaded`: the same bytes came in before, and this is the receipt of then. */
type Receipt = SourcesView["loads"][number] & { alreadyLoaded: boolean };

export interface Upload {
  file: File;
  /** Who reads it: the connector of the agency whose document it is. */
  connector: string;
  /** The day of publication, for a document without a column that says it. */
  vintage: IsoDate | null;
}

/** Sends a document's bytes to the ingest and answers its receipt; throws with the server's own words when nothing was loaded. */
export async function uploadDocument({ file, connector, vintage }: Upload): Promise<Receipt> {
  const query = new URLSearchParams({ connector, ...(vintage === null ? {} : { vintage }) });
  const address = `/api/ingest/${encodeURIComponent(file.name)}?${query.toString()}`;
  const answer = await fetch(address, {
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
