import { describe, expect, it } from "vitest";
import { protocolClient } from "./client.ts";
import { codeOf } from "./errors.ts";

interface Sent {
  url: string;
  init: RequestInit | undefined;
}

function server(body: string, status = 200): { sent: Sent[]; fetcher: typeof fetch } {
  const sent: Sent[] = [];
  const fetcher = ((url: string, init?: RequestInit) => {
    sent.push({ url, init });
    return Promise.resolve(new Response(body, { status }));
  }) as typeof fetch;
  return { sent, fetcher };
}

const failureOf = (fetcher: typeof fetch, input?: unknown): Promise<unknown> =>
  protocolClient(fetcher)
    .query("a.b", input)
    .catch((error: unknown) => error);

describe("calling a procedure", () => {
  it("reads with GET and the input in the address, so that caches may keep it", async () => {
    const { sent, fetcher } = server('{"result":{"data":{"value":0.5}}}');
    const answer = await protocolClient(fetcher).query("series.view", { indicator: "cpi.yoy" });
    expect(answer).toEqual({ value: 0.5 });
    expect(sent[0]?.url).toBe("/api/trpc/series.view?input=%7B%22indicator%22%3A%22cpi.yoy%22%7D");
    expect(sent[0]?.init).toMatchObject({ method: "GET", credentials: "same-origin" });
    expect(sent[0]?.init?.body).toBeUndefined();
  });
  it("writes with POST and JSON", async () => {
    const { sent, fetcher } = server('{"result":{"data":null}}');
    await protocolClient(fetcher).mutation("alerts.comment", { id: 1, text: "核实" });
    expect(sent[0]?.init).toMatchObject({ method: "POST", body: '{"id":1,"text":"核实"}' });
  });
  it("writes without input as an empty object, for a server that reads every body as JSON", async () => {
    const { sent, fetcher } = server('{"result":{"data":null}}');
    await protocolClient(fetcher).mutation("auth.signOut");
    expect(sent[0]?.init).toMatchObject({ method: "POST", body: "{}" });
  });
  it("hands on the server's code and its words in both languages", async () => {
    const words = { zh: "查询超时", en: "too slow" };
    const { fetcher } = server(
      JSON.stringify({ error: { code: -32603, message: "x", data: { appCode: "time-out", words } } }),
      504,
    );
    const error = await failureOf(fetcher);
    expect(codeOf(error)).toBe("time-out");
    expect(error).toMatchObject({ data: { words } });
  });
  it("calls a lost connection, and a proxy's own page, unreachable", async () => {
    const lost = (() => Promise.reject(new TypeError("Failed to fetch"))) as typeof fetch;
    expect(codeOf(await failureOf(lost))).toBe("unreachable");
    expect(codeOf(await failureOf(server("<html>", 502).fetcher))).toBe("unreachable");
  });
  it("does not send an address that proxies would cut off", async () => {
    const { sent, fetcher } = server("{}");
    const input = { q: "x".repeat(9000) };
    const error = await failureOf(fetcher, input);
    expect(codeOf(error)).toBe("limit-exceeded");
    expect(sent).toEqual([]);
  });
  it("takes a request back when nobody waits for it any longer", async () => {
    const stop = new AbortController();
    const signals: (AbortSignal | null | undefined)[] = [];
    const hanging = ((_: string, init?: RequestInit) => {
      signals.push(init?.signal);
      return new Promise(() => undefined);
    }) as typeof fetch;
    const asked = protocolClient(hanging).query("series.view", {}, { signal: stop.signal });
    asked.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve));
    expect(signals[0]?.aborted).toBe(false);
    stop.abort();
    expect(signals[0]?.aborted).toBe(true);
  });
});
