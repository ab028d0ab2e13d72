import { describe, expect, it } from "vitest";
import type { Call } from "./call.ts";
import { procedureOptions, procedureProxy } from "./procedures.ts";

describe("the options of a procedure", () => {
  const calls: Call[] = [];
  const caller = (call: Call) => {
    calls.push(call);
    return Promise.resolve("answer");
  };

  it("asks for the path and input it was named with", async () => {
    const trpc = procedureProxy(caller) as { series: { view: ReturnType<typeof procedureOptions> } };
    const options = trpc.series.view.queryOptions({ indicator: "cpi.yoy" }, { staleTime: 5 });
    expect(options).toMatchObject({
      queryKey: [["series", "view"], { input: { indicator: "cpi.yoy" }, type: "query" }],
      staleTime: 5,
    });
    expect(await options.queryFn({})).toBe("answer");
    expect(calls.at(-1)).toMatchObject({
      path: "series.view",
      type: "query",
      input: { indicator: "cpi.yoy" },
    });
  });
  it("keys the cache the same way whether one reads or writes it", () => {
    const p = procedureOptions(["auth", "me"], caller);
    expect(p.queryKey()).toEqual(p.queryOptions().queryKey);
    expect(p.queryKey({ a: 1 })).toEqual(p.queryOptions({ a: 1 }).queryKey);
  });
  it("lets one path stand for all of its queries", () => {
    const p = procedureOptions(["alerts", "list"], caller);
    expect(p.pathFilter()).toEqual({ queryKey: [["alerts", "list"]] });
    expect(p.queryFilter({ limit: 5 })).toEqual({
      queryKey: [["alerts", "list"], { input: { limit: 5 }, type: "query" }],
    });
  });
  it("writes with what the form hands over", async () => {
    await procedureOptions(["alerts", "comment"], caller).mutationOptions().mutationFn({ id: 1 });
    expect(calls.at(-1)).toMatchObject({ path: "alerts.comment", type: "mutation", input: { id: 1 } });
  });
});
