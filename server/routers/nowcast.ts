import { z } from "zod";
import { procedure, router } from "../trpc.ts";
import { nowcastRecordView } from "../views/nowcast/nowcastRecordView.ts";
import { NOWCAST_TARGETS } from "../views/nowcast/nowcastTargets.ts";
import { nowcastView } from "../views/nowcast/nowcastView.ts";
import { AsOf } from "./common.ts";

const Input = z.object({ asOf: AsOf, target: z.enum(NOWCAST_TARGETS).default("gdp.yoy") });

/** Neither is kept as a built view: results are, and the record grows while one looks. */
export const nowcastRouter = router({
  view: procedure
    .input(Input)
    .query(({ ctx, input }) => nowcastView(ctx.services, ctx.user, input.target, input.asOf)),

  record: procedure
    .input(Input)
    .query(({ ctx, input }) => nowcastRecordView(ctx.services, ctx.user, input.target, input.asOf)),
});
