import type { RawDocument, SourceRequest, Transport } from "./contract.ts";

/** Asks the transport for a request's document: what every connector's `fetch` does. */
export async function fetchDocument(request: SourceRequest, transport: Transport): Promise<RawDocument> {
  const { bytes, mediaType } = await transport.read(request.path);
  const name = request.path.slice(request.path.lastIndexOf("/") + 1);
  return { request, name, mediaType, bytes, fetchedAt: new Date().toISOString() };
}
