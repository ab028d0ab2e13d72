import { z } from "zod";
import { procedure, router } from "../trpc.ts";
import { indicatorFor } from "../views/catalogue.ts";
import { modelList, modelView } from "../views/modelViews.ts";
import { AsOf, IndicatorIdText } from "./common.ts";

const ModelId = z.string().min(1).max(80);

export const modelsRouter = router({
  list: procedure
    .input(
      z.object({
        asOf: AsOf,
        indicator: IndicatorIdText.optional(),
        horizon: z.number().int().min(1).max(24).default(1),
      }),
    )
    .query(({ ctx, input }) => modelList(ctx.services, ctx.user, input)),

  get: procedure
    .input(z.object({ id: ModelId, asOf: AsOf, indicator: IndicatorIdText.optional() }))
    .query(({ ctx, input }) => modelView(ctx.services, ctx.user, input)),

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

  cancel: procedure.input(z.object({ run: z.number().int().min(1) })).mutation(async ({ ctx, input }) => {
    const { jobs } = ctx.services;
    const cancelled = jobs.underWay().some((j) => j.run === input.run && j.kind === "models");
    if (cancelled) await jobs.cancel({ run: input.run, actor: ctx.user.name });
    return { cancelled };
  }),
});
