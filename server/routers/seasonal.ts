import { z } from "zod";
import { procedure, router } from "../trpc.ts";
import { gradesKey, passportOf } from "../views/passport.ts";
import { seasonalTrialView, seasonalView } from "../views/seasonal/seasonalView.ts";
import { AsOf, IndicatorIdText } from "./common.ts";

const Days = z.number().int().min(0).max(30);

/** What a reader may set otherwise; what is left out stays as the policy has it. */
const Trial = z.object({
  festival: z
    .union([z.literal("searched"), z.null(), z.object({ before: Days, during: Days, after: Days })])
    .optional(),
  method: z.enum(["x11", "seats"]).optional(),
  log: z.boolean().optional(),
  outliers: z.enum(["searched", "none"]).optional(),
  order: z.enum(["auto", "airline"]).optional(),
  workingDays: z.boolean().optional(),
});

export const seasonalRouter = router({
  view: procedure.input(z.object({ asOf: AsOf, indicator: IndicatorIdText })).query(({ ctx, input }) => {
    const { services: s, user } = ctx;
    const { asOf } = passportOf(s.edition, input.asOf);
    const who = `${gradesKey(user)}|${user.role}`;
    return s.cache.get(s.edition.key, `seasonal|${input.indicator}|${asOf}|${who}`, () =>
      seasonalView(s, user, input.indicator, input.asOf),
    );
  }),

  trial: procedure
    .input(z.object({ asOf: AsOf, indicator: IndicatorIdText, trial: Trial }))
    .query(({ ctx, input }) => {
      const { outliers, ...rest } = input.trial;
      const given = Object.fromEntries(Object.entries(rest).filter(([, v]) => v !== undefined));
      const trial = {
        ...given,
        ...(outliers === undefined ? {} : { outliers: outliers === "none" ? [] : outliers }),
      };
      return seasonalTrialView(ctx.services, ctx.user, input.indicator, trial, input.asOf);
    }),
});
