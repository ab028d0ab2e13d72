import { describe, expect, it } from "vitest";
import { call } from "./call.ts";
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

describe("calling a procedure", () => {
  it("reads with GET and the input in the address, so that caches may keep it", async () => {
    const { sent, fetcher } = server('{"result":{"data":{"value":0.5}}}');
    const answer = await call(
      { path: "series.view", type: "query", input: { indicator: "cpi.yoy" } },
      fetcher,
    );
    expect(answer).toEqual({ value: 0.5 });
    expect(sent[0]?.url).toBe("/api/trpc/series.view?input=%7B%22indicator%22%3A%22cpi.yoy%22%7D");
    expect(sent[0]?.init?.method).toBeUndefined();
  });
  it("writes with POST and JSON", async () => {
    const { sent, fetcher } = server('{"result":{"data":null}}');
    await call({ path: "alerts.comment", type: "mutation", input: { id: 1, text: "核实" } }, fetcher);
    expect(sent[0]?.init).toMatchObject({ method: "POST", body: '{"id":1,"text":"核实"}' });
  });
  it("writes without input as an empty object, for a server that reads every body as JSON", async () => {
    const { sent, fetcher } = server('{"result":{"data":null}}');
    await call({ path: "auth.signOut", type: "mutation", input: undefined }, fetcher);
    expect(sent[0]?.init).toMatchObject({ method: "POST", body: "{}" });
  });
  it("hands on the server's code and its words in both languages", async () => {
    const words = { zh: "查询超时", en: "too slow" };
    const { fetcher } = server(
      JSON.stringify({ error: { message: "x", data: { appCode: "time-out", words } } }),
      504,
    );
    const error = await call({ path: "a.b", type: "query", input: undefined }, fetcher).catch(
      (e: unknown) => e,
    );
    expect(codeOf(error)).toBe("time-out");
    expect(error).toMatchObject({ data: { words } });
  });
  it("calls a lost connection, and a proxy's own page, unreachable", async () => {
    const lost = (() => Promise.reject(new TypeError("Failed to fetch"))) as typeof fetch;
    const query = { path: "a.b", type: "query", input: undefined } as const;
    expect(codeOf(await call(query, lost).catch((e: unknown) => e))).toBe("unreachable");
    expect(codeOf(await call(query, server("<html>", 502).fetcher).catch((e: unknown) => e))).toBe(
      "unreachable",
    );
  });
  it("does not send an address that proxies would cut off", async () => {
    const { sent, fetcher } = server("{}");
    const input = { q: "x".repeat(9000) };
    const error = await call({ path: "a.b", type: "query", input }, fetcher).catch((e: unknown) => e);
    expect(codeOf(error)).toBe("limit-exceeded");
    expect(sent).toEqual([]);
  });
  it("lets a cancelled request be known as cancelled, not as a failure of the network", async () => {
    const stop = new AbortController();
    stop.abort();
    const aborted = (() => Promise.reject(new DOMException("stopped", "AbortError"))) as typeof fetch;
    const error = await call(
      { path: "a.b", type: "query", input: undefined, signal: stop.signal },
      aborted,
    ).catch((e: unknown) => e);
    expect(error).toMatchObject({ name: "AbortError" });
  });
});
