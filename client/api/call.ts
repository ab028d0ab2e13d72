/** A procedure's refusal or a request that never came back. `data` is what the server says of it; null: no answer. */
export class CallError extends Error {
  readonly data: Readonly<Record<string, unknown>> | null;
  constructor(message: string, data: Readonly<Record<string, unknown>> | null, options?: ErrorOptions) {
    super(message, options);
    this.name = "CallError";
    this.data = data;
  }
}

export interface Call {
  /** `series.view` */
  path: string;
  type: "query" | "mutation";
  input: unknown;
  signal?: AbortSignal | undefined;
}

const BASE = "/api/trpc/";
/** Longer addresses are cut off by proxies on the way. */
const MAX_URL_LENGTH = 8000;

/**
 * Calls one procedure in tRPC's HTTP form. Reads are GET with the input in the address, so every cache on the way
 * may keep them by address and ETag, and each answer arrives when it is ready: the headline does not wait for
 * another panel. Throws CallError.
 */
export async function call(
  { path, type, input, signal }: Call,
  fetcher: typeof fetch = fetch,
): Promise<unknown> {
  const json = input === undefined ? undefined : JSON.stringify(input);
  const read = type === "query";
  const url = BASE + path + (read && json !== undefined ? `?input=${encodeURIComponent(json)}` : "");
  if (url.length > MAX_URL_LENGTH)
    throw new CallError(
      `${path}: the request has ${url.length} characters; at most ${MAX_URL_LENGTH} are sent`,
      {
        appCode: "limit-exceeded",
      },
    );
  const response = await fetcher(url, {
    credentials: "same-origin",
    ...(signal === undefined ? {} : { signal }),
    // An empty body would not be JSON: a call without input sends an empty object.
    ...(read ? {} : { method: "POST", headers: { "content-type": "application/json" }, body: json ?? "{}" }),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new CallError(`${path}: the server cannot be reached`, null, { cause });
  });
  return answerOf(path, response.status, await response.text());
}

interface Envelope {
  result?: { data?: unknown };
  error?: { message?: string; data?: Record<string, unknown> };
}

function answerOf(path: string, status: number, text: string): unknown {
  let body: Envelope;
  try {
    body = JSON.parse(text) as Envelope;
  } catch (cause) {
    // A proxy in between answered, not the product.
    throw new CallError(`${path}: HTTP ${status} without an answer of the product`, null, { cause });
  }
  if (body.error !== undefined) throw new CallError(body.error.message ?? path, body.error.data ?? {});
  if (body.result === undefined) throw new CallError(`${path}: HTTP ${status} without a result`, null);
  return body.result.data;
}
