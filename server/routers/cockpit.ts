import { z } from "zod";
import { procedure, router } from "../trpc.ts";
import { cockpitView } from "../views/cockpit/cockpitView.ts";
import { outlookView } from "../views/cockpit/outlookView.ts";
import { gradesKey, passportOf } from "../views/passport.ts";
import { AsOf } from "./common.ts";

export const cockpitRouter = router({
  summary: procedure
    .input(z.object({ asOf: AsOf, preset: z.enum(["nbs-10", "sic-10"]).default("nbs-10") }))
    .query(({ ctx, input }) => {
      const { services: s, user } = ctx;
      const { asOf } = passportOf(s.edition, input.asOf);
      return s.cache.get(s.edition.key, `cockpit|${input.preset}|${asOf}|${gradesKey(user)}`, () =>
        cockpitView(s, user, input.preset, input.asOf),
      );
    }),

  outlook: procedure
    .input(z.object({ asOf: AsOf }))
    .query(({ ctx, input }) => outlookView(ctx.services, ctx.user, input.asOf)),
});
