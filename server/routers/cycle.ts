import { z } from "zod";
import { COMPOSITE_METHODS } from "../../models/cycle/china/groupComposites.ts";
import { procedure, router } from "../trpc.ts";
import { cycleView } from "../views/cycle/cycleView.ts";
import { gradesKey, passportOf } from "../views/passport.ts";
import { AsOf } from "./common.ts";

export const cycleRouter = router({
  view: procedure
    .input(
      z.object({
        asOf: AsOf,
        method: z.enum(COMPOSITE_METHODS).default("oecd"),
        preset: z.enum(["sic-2021"]).default("sic-2021"),
        lights: z.enum(["nbs-10", "sic-10"]).default("nbs-10"),
      }),
    )
    .query(({ ctx, input }) => {
      const { services: s, user } = ctx;
      const { asOf } = passportOf(s.edition, input.asOf);
      const key = `cycle|${input.preset}|${input.method}|${input.lights}|${asOf}|${gradesKey(user)}`;
      return s.cache.get(s.edition.key, key, () => cycleView(s, user, input, input.asOf));
    }),
});
