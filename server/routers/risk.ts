import { z } from "zod";
import type { Context } from "../context.ts";
import { procedure, router } from "../trpc.ts";
import { gradesKey, passportOf } from "../views/passport.ts";
import { riskEventDetail, riskHeat, riskOverview } from "../views/risk/riskOverview.ts";
import { AsOf } from "./common.ts";

const EventId = z.string().min(1).max(60);

type SignedIn = Context & { user: NonNullable<Context["user"]> };

/** A view of a day, made once for everybody of the same grades; leaders are told only what its record supports. */
function shared<View>(
  { services: s, user }: SignedIn,
  what: string,
  asOfText: string | undefined,
  make: () => Promise<View>,
) {
  const { asOf } = passportOf(s.edition, asOfText);
  const who = `${gradesKey(user)}|${user.role === "leader"}`;
  return s.cache.get(s.edition.key, `risk|${what}|${asOf}|${who}`, make);
}

export const riskRouter = router({
  heat: procedure
    .input(z.object({ asOf: AsOf }))
    .query(({ ctx, input }) =>
      shared(ctx, "heat", input.asOf, () => riskHeat(ctx.services, ctx.user, input.asOf)),
    ),

  overview: procedure
    .input(z.object({ asOf: AsOf }))
    .query(({ ctx, input }) =>
      shared(ctx, "overview", input.asOf, () => riskOverview(ctx.services, ctx.user, input.asOf)),
    ),

  event: procedure
    .input(z.object({ id: EventId, asOf: AsOf }))
    .query(({ ctx, input }) =>
      shared(ctx, `event ${input.id}`, input.asOf, () =>
        riskEventDetail(ctx.services, ctx.user, input.id, input.asOf),
      ),
    ),
});
