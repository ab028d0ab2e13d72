import { z } from "zod";
import { AppError } from "../../models/errors.ts";
import { procedure, router } from "../trpc.ts";
import { passportOf } from "../views/passport.ts";
import { upcomingReleases } from "../views/series/releases.ts";
import { AsOf, RowId } from "./common.ts";
import type { SourcesView } from "./views.ts";

const LOADS_SHOWN = 200;
const RELEASES_SHOWN = 16;

export const sourcesRouter = router({
  overview: procedure.input(z.object({ asOf: AsOf })).query(async ({ ctx, input }): Promise<SourcesView> => {
    const { services: s, user } = ctx;
    const passport = passportOf(s.edition, input.asOf);
    const [loads, releases] = await Promise.all([
      s.base.loads.list(LOADS_SHOWN),
      upcomingReleases(s, user, passport.asOf, RELEASES_SHOWN),
    ]);
    return { ...passport, loads, releases };
  }),

  load: procedure.input(z.object({ id: RowId })).query(async ({ ctx, input }) => {
    const found = await ctx.services.base.loads.get(input.id);
    if (!found) throw new AppError("not-found", `no load ${input.id}`);
    const { receipt, refused } = found;
    return {
      ...receipt,
      rejections: refused.filter((r) => r.kind === "rejected"),
      quarantine: refused.filter((r) => r.kind === "quarantined"),
    };
  }),
});
