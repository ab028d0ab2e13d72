import { z } from "zod";
import type { LatestFigure } from "../../db/stores/contract.ts";
import { procedure, router } from "../trpc.ts";
import { maySee } from "../views/catalogue.ts";
import { indicatorLight } from "../views/cockpit/indicatorLight.ts";
import { passportOf } from "../views/passport.ts";
import { FACET_NAMES, facetCounts, filterEntries, searchRow } from "../views/series/searchView.ts";
import { AsOf } from "./common.ts";
import type { SearchView } from "./views.ts";

const Choice = z.array(z.string().max(60)).max(60).optional();
const Facets = z
  .object(
    Object.fromEntries(FACET_NAMES.map((f) => [f, Choice])) as Record<
      (typeof FACET_NAMES)[number],
      typeof Choice
    >,
  )
  .optional();

export const searchRouter = router({
  indicators: procedure
    .input(
      z.object({
        asOf: AsOf,
        q: z.string().max(200).default(""),
        facets: Facets,
        sort: z.enum(["relevance", "name", "updated"]).default("relevance"),
        cursor: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .query(async ({ ctx, input }): Promise<SearchView> => {
      const { services: s, user } = ctx;
      const passport = passportOf(s.edition, input.asOf);
      const choice = Object.fromEntries(
        Object.entries(input.facets ?? {}).filter(([, v]) => v !== undefined),
      );
      const found = s.search.find(input.q).filter((h) => maySee(user, h.entry.indicator));
      const hits = filterEntries(found, choice);
      const [latest, bounds] = await Promise.all([
        s.base.observations.latest(
          hits.map((h) => ({ indicator: h.entry.indicator.id, region: h.entry.region })),
          passport.lookingBack ? { asOf: passport.asOf } : {},
        ),
        s.base.bounds.all(),
      ]);
      const order = sortOrder(input.sort, hits, latest);
      const page = order.slice(input.cursor, input.cursor + input.limit);
      const next = input.cursor + page.length;
      return {
        ...passport,
        rows: page.map((i) => {
          const { indicator, region } = hits[i]!.entry;
          const figure = latest[i] ?? null;
          return searchRow(
            hits[i]!,
            figure,
            indicatorLight(bounds, indicator, region, figure?.value, passport.asOf),
          );
        }),
        total: hits.length,
        catalogue: s.search.size,
        facets: facetCounts(found, choice),
        nextCursor: next < hits.length ? next : null,
      };
    }),
});

/** Positions of the hits in the order asked: as found, by Chinese name in pinyin order, or newest vintage first. */
function sortOrder(
  sort: "relevance" | "name" | "updated",
  hits: readonly { entry: { indicator: { name: { zh: string } } } }[],
  latest: readonly (LatestFigure | null)[],
): number[] {
  const order = hits.map((_, i) => i);
  if (sort === "name")
    return order.sort((a, b) =>
      hits[a]!.entry.indicator.name.zh.localeCompare(hits[b]!.entry.indicator.name.zh, "zh"),
    );
  if (sort === "updated")
    return order.sort((a, b) => (latest[b]?.vintage ?? "").localeCompare(latest[a]?.vintage ?? ""));
  return order;
}
