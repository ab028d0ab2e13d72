import type { Call } from "./call.ts";

type Caller = (call: Call) => Promise<unknown>;
type Options = Record<string, unknown>;

/** Key of a query: its path, then its input; `[path]` alone stands for every query of the path. */
export type ProcedureKey = [path: string[], of?: { input?: unknown; type?: "query" }];

/**
 * What TanStack Query needs to know of a procedure, for `router.procedure.queryOptions(input)` and its siblings.
 * The names and keys are those of tRPC's own TanStack integration, whose types describe this object; only what the
 * pages use is here, at a tenth of the size.
 */
export function procedureOptions(path: readonly string[], caller: Caller) {
  const dotted = path.join(".");
  const keyOf = (input: unknown): ProcedureKey =>
    input === undefined ? [[...path]] : [[...path], { input, type: "query" }];
  return {
    queryOptions: (input?: unknown, options: Options = {}) => ({
      ...options,
      queryKey: [[...path], input === undefined ? { type: "query" } : { input, type: "query" }],
      queryFn: ({ signal }: { signal?: AbortSignal }) =>
        caller({ path: dotted, type: "query", input, signal }),
    }),
    queryKey: (input?: unknown) =>
      [[...path], input === undefined ? { type: "query" } : { input, type: "query" }] satisfies ProcedureKey,
    queryFilter: (input?: unknown, filters: Options = {}) => ({ ...filters, queryKey: keyOf(input) }),
    pathKey: (): ProcedureKey => [[...path]],
    pathFilter: (filters: Options = {}) => ({ ...filters, queryKey: [[...path]] }),
    mutationKey: () => [[...path]],
    mutationOptions: (options: Options = {}) => ({
      ...options,
      mutationKey: [[...path]],
      mutationFn: (input: unknown) => caller({ path: dotted, type: "mutation", input }),
    }),
  };
}

const METHODS = new Set([
  "queryOptions",
  "queryKey",
  "queryFilter",
  "pathKey",
  "pathFilter",
  "mutationKey",
  "mutationOptions",
]);

/** `proxy.series.view.queryOptions(…)`: names are gathered into a path until a method is asked for. */
export function procedureProxy(caller: Caller, path: readonly string[] = []): unknown {
  return new Proxy(
    {},
    {
      get(_, name) {
        if (typeof name !== "string" || name === "then") return undefined;
        if (!METHODS.has(name)) return procedureProxy(caller, [...path, name]);
        return procedureOptions(path, caller)[name as keyof ReturnType<typeof procedureOptions>];
      },
    },
  );
}
