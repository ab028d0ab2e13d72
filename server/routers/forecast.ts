import { z } from "zod";
import { procedure, router } from "../trpc.ts";
import { fansView } from "../views/models/fansView.ts";
import { forecastTable } from "../views/models/forecastTable.ts";
import { gradesKey, passportOf } from "../views/passport.ts";
import { AsOf, IndicatorIdText } from "./common.ts";

export const forecastRouter = router({
  fans: procedure.input(z.object({ asOf: AsOf })).query(({ ctx, input }) => {
    const { services: s, user } = ctx;
    const { asOf } = passportOf(s.edition, input.asOf);
    return s.cache.get(s.edition.key, `fans|${asOf}|${gradesKey(user)}|${user.role}`, () =>
      fansView(s, user, input.asOf),
    );
  }),

  models: procedure.input(z.object({ asOf: AsOf, indicator: IndicatorIdText })).query(({ ctx, input }) => {
    const { services: s, user } = ctx;
    const { asOf } = passportOf(s.edition, input.asOf);
    const key = `ahead|${input.indicator}|${asOf}|${gradesKey(user)}|${user.role}`;
    return s.cache.get(s.edition.key, key, () => forecastTable(s, user, input.indicator, input.asOf));
  }),
});
