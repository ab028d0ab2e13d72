import { z } from "zod";
import { TRANSFORMS } from "../../models/transforms/transform.ts";
import { procedure, router } from "../trpc.ts";
import { indicatorFor } from "../views/catalogue.ts";
import { gradesKey, passportOf } from "../views/passport.ts";
import { derivedView } from "../views/seasonal/derivedView.ts";
import { compareView } from "../views/series/compareView.ts";
import { keyFor } from "../views/series/seriesRequest.ts";
import { seriesView } from "../views/series/seriesView.ts";
import { vintageTable } from "../views/series/vintageTable.ts";
import { AsOf, IndicatorIdText, Key, PeriodText, RegionCode } from "./common.ts";

export const seriesRouter = router({
  view: procedure
    .input(
      z.object({
        asOf: AsOf,
        indicator: IndicatorIdText,
        region: RegionCode.optional(),
        transform: z.enum(TRANSFORMS).default("none"),
        start: PeriodText,
        end: PeriodText,
      }),
    )
    .query(({ ctx, input }) => {
      const { services: s, user } = ctx;
      const who = `${gradesKey(user)}|${user.role === "leader"}`;
      return s.cache.get(s.edition.key, `series|${JSON.stringify(input)}|${who}`, () =>
        seriesView(s, user, input),
      );
    }),

  vintages: procedure
    .input(
      z.object({
        asOf: AsOf,
        indicator: IndicatorIdText,
        region: RegionCode.optional(),
        last: z.number().int().min(1).max(120).default(12),
      }),
    )
    .query(async ({ ctx, input }) => {
      const { services: s, user } = ctx;
      const passport = passportOf(s.edition, input.asOf);
      const { indicator, key } = keyFor(user, input.indicator, input.region, s.base.directory.all());
      const [history = []] = await s.base.observations.history([key], { asOf: passport.asOf });
      return vintageTable(passport, indicator, key.region, history, input.last);
    }),

  compare: procedure
    .input(
      z.object({
        asOf: AsOf,
        keys: z.array(Key).min(1).max(12),
        transform: z.enum(TRANSFORMS).default("none"),
        start: PeriodText,
        end: PeriodText,
      }),
    )
    .query(({ ctx, input }) => compareView(ctx.services, ctx.user, input)),

  derived: procedure.input(z.object({ asOf: AsOf, indicator: IndicatorIdText })).query(({ ctx, input }) => {
    const { services: s, user } = ctx;
    const { asOf } = passportOf(s.edition, input.asOf);
    return s.cache.get(s.edition.key, `derived|${input.indicator}|${asOf}|${gradesKey(user)}`, () =>
      derivedView(s, user, input.indicator, input.asOf),
    );
  }),

  sparks: procedure
    .input(
      z.object({
        asOf: AsOf,
        keys: z.array(Key).min(1).max(60),
        n: z.number().int().min(2).max(240).default(36),
      }),
    )
    .query(({ ctx, input }) => {
      const { services: s, user } = ctx;
      const { asOf } = passportOf(s.edition, input.asOf);
      for (const key of input.keys) indicatorFor(user, key.indicator);
      return s.base.observations.tails(input.keys, input.n, { asOf });
    }),
});
