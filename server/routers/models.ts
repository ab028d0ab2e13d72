import { z } from "zod";
import type { User } from "../../db/stores/contract.ts";
import { procedure, router } from "../trpc.ts";
import { indicatorFor } from "../views/catalogue.ts";
import { modelList, modelView } from "../views/models/modelViews.ts";
import { gradesKey } from "../views/passport.ts";
import { AsOf, IndicatorIdText, RowId } from "./common.ts";

const ModelId = z.string().min(1).max(80);

/** What an answer about models depends on beside the edition: every run touches that. */
const keyOf = (user: User, input: object): string =>
  `${JSON.stringify(input)}|${gradesKey(user)}|${user.role}`;

export const modelsRouter = router({
  list: procedure
    .input(
      z.object({
        asOf: AsOf,
        indicator: IndicatorIdText.optional(),
        horizon: z.number().int().min(1).max(24).default(1),
      }),
    )
    .query(({ ctx, input }) => {
      const { services: s, user } = ctx;
      return s.cache.get(s.edition.key, `models|${keyOf(user, input)}`, () => modelList(s, user, input));
    }),

  get: procedure
    .input(z.object({ id: ModelId, asOf: AsOf, indicator: IndicatorIdText.optional() }))
    .query(({ ctx, input }) => {
      const { services: s, user } = ctx;
      return s.cache.get(s.edition.key, `model|${keyOf(user, input)}`, () => modelView(s, user, input));
    }),

  run: procedure
    .input(z.object({ id: ModelId.optional(), indicator: IndicatorIdText.optional() }))
    .mutation(async ({ ctx, input }) => {
      if (input.indicator) indicatorFor(ctx.user, input.indicator);
      const run = await ctx.services.jobs.runModels({
        model: input.id ?? null,
        indicator: input.indicator ?? null,
        actor: ctx.user.name,
      });
      return { run };
    }),

  cancel: procedure.input(z.object({ run: RowId })).mutation(async ({ ctx, input }) => {
    const { jobs } = ctx.services;
    const cancelled = jobs.underWay().some((j) => j.run === input.run && j.kind === "models");
    if (cancelled) await jobs.cancel({ run: input.run, actor: ctx.user.name });
    return { cancelled };
  }),
});
