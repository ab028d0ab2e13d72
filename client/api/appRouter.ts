import { initTRPC } from "@trpc/server";
import { z } from "zod";

type AlertState = V.AlertSummary["state"];

import type { RuleKind, Severity } from "../../models/warning/contract.ts";
import type * as V from "../../server/routers/views.ts";

const t = initTRPC.create();
const input = <T>() => z.custom<T>();
const answer = <T>(): T => {
  throw new Error("types only");
};
type AsOf = { asOf?: string | undefined };
const router = t.router({
  auth: t.router({
    me: t.procedure.query(() => answer<V.Me>()),
    signIn: t.procedure.input(input<{ name: string; password: string }>()).mutation(() => answer<V.Me>()),
    signOut: t.procedure.mutation(() => answer<V.Me>()),
    changePassword: t.procedure
      .input(input<{ current: string; next: string }>())
      .mutation(() => answer<V.Me>()),
  }),
  cockpit: t.router({
    summary: t.procedure
      .input(input<AsOf & { preset?: V.PresetId | undefined }>())
      .query(() => answer<V.CockpitView>()),
  }),
  series: t.router({
    view: t.procedure
      .input(
        input<
          AsOf & { indicator: string; region?: string; transform?: V.Transform; start?: string; end?: string }
        >(),
      )
      .query(() => answer<V.SeriesView>()),
    vintages: t.procedure
      .input(input<AsOf & { indicator: string; region?: string; last?: number }>())
      .query(() => answer<V.VintageTable>()),
    compare: t.procedure
      .input(
        input<
          AsOf & {
            keys: { indicator: string; region: string }[];
            transform?: V.Transform;
            start?: string;
            end?: string;
          }
        >(),
      )
      .query(() => answer<V.CompareView>()),
    sparks: t.procedure
      .input(input<AsOf & { keys: { indicator: string; region: string }[]; n?: number }>())
      .query(() => answer<{ periods: string[]; values: (number | null)[] }[]>()),
  }),
  search: t.router({
    indicators: t.procedure
      .input(
        input<
          AsOf & {
            q?: string;
            facets?: Partial<V.SearchFacets>;
            sort?: string;
            cursor?: number;
            limit?: number;
          }
        >(),
      )
      .query(() => answer<V.SearchView>()),
  }),
  alerts: t.router({
    list: t.procedure
      .input(
        input<
          AsOf & {
            states?: AlertState[];
            severities?: Severity[];
            kinds?: RuleKind[];
            mine?: boolean;
            q?: string;
            cursor?: number;
            limit?: number;
          }
        >(),
      )
      .query(() => answer<V.AlertListView>()),
    get: t.procedure.input(input<AsOf & { id: number }>()).query(() => answer<V.AlertDetail & V.Passport>()),
    transition: t.procedure
      .input(input<AsOf & { id: number; to: AlertState; text?: string; silencedUntil?: string }>())
      .mutation(() => answer<V.AlertDetail & V.Passport>()),
    comment: t.procedure
      .input(input<{ id: number; text: string }>())
      .mutation(() => answer<V.AlertDetail & V.Passport>()),
    assign: t.procedure
      .input(input<{ id: number; assignee: string | null }>())
      .mutation(() => answer<V.AlertDetail & V.Passport>()),
    people: t.procedure.query(() => answer<{ name: string; displayName: string; role: string }[]>()),
  }),
  models: t.router({
    list: t.procedure
      .input(input<AsOf & { indicator?: string; horizon?: number }>())
      .query(() => answer<V.ModelListView>()),
    get: t.procedure
      .input(input<AsOf & { id: string; indicator?: string }>())
      .query(() => answer<V.ModelView & V.Passport>()),
    run: t.procedure
      .input(input<{ id?: string; indicator?: string }>())
      .mutation(() => answer<{ run: number }>()),
  }),
  sources: t.router({
    overview: t.procedure.input(input<AsOf>()).query(() => answer<V.SourcesView>()),
    load: t.procedure.input(input<AsOf & { id: number }>()).query(() =>
      answer<
        V.SourcesView["loads"][number] & {
          rejections: import("../../server/connectors/contract.ts").Rejection[];
          quarantine: import("../../server/connectors/contract.ts").Rejection[];
        }
      >(),
    ),
  }),
});
export type AppRouter = typeof router;
