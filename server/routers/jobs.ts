import { z } from "zod";
import { RUN_STATES } from "../../db/stores/contract.ts";
import { procedure, router } from "../trpc.ts";
import { jobsNow, runList, runView } from "../views/models/runViews.ts";
import { RowId } from "./common.ts";

const Name = z.string().min(1).max(80).optional();

export const jobsRouter = router({
  now: procedure.query(({ ctx }) => jobsNow(ctx.services, ctx.user)),

  list: procedure
    .input(
      z.object({
        kind: Name,
        state: z.enum(RUN_STATES).optional(),
        model: Name,
        before: RowId.optional(),
      }),
    )
    .query(({ ctx, input }) => runList(ctx.services, ctx.user, input)),

  get: procedure
    .input(z.object({ run: RowId }))
    .query(({ ctx, input }) => runView(ctx.services, ctx.user, input.run)),

  /** Who asked for it stands in the record of the run and in the audit. */
  cancel: procedure.input(z.object({ run: RowId })).mutation(async ({ ctx, input }) => {
    await ctx.services.jobs.cancel({ run: input.run, actor: ctx.user.displayName });
    return { cancelled: true };
  }),
});
