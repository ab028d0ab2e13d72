import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { derivedView } from "../views/seasonal/derivedView.ts";
import { derivedCsv, seasonalCsv } from "../views/seasonal/madeCsv.ts";
import { seasonalView } from "../views/seasonal/seasonalView.ts";
import type { Host } from "./host.ts";
import { answerError, userFor } from "./signedIn.ts";

const Query = z.object({
  indicator: z.string().min(1).max(120),
  asOf: z.string().max(10).optional(),
  lang: z.enum(["zh", "en"]).default("zh"),
});

/**
 * `GET /api/export/seasonal.csv` and `/api/export/derived.csv`: what is computed here of an indicator, under a head that says that
 * nobody published it.
 */
export function registerMadeExport(app: FastifyInstance, host: Host): void {
  for (const kind of ["seasonal", "derived"] as const)
    app.get(`/api/export/${kind}.csv`, async (request, reply) => {
      const user = await userFor(host, "http.export", request, reply);
      if (!user) return reply;
      const query = Query.safeParse(request.query);
      if (!query.success)
        return reply
          .code(400)
          .send({ error: { code: "invalid-input", message: z.prettifyError(query.error) } });
      try {
        const { indicator, asOf, lang } = query.data;
        const s = host.services!;
        const text =
          kind === "seasonal"
            ? seasonalCsv(await seasonalView(s, user, indicator, asOf), lang)
            : derivedCsv(await derivedView(s, user, indicator, asOf), lang);
        const name = `${indicator}-${kind}.csv`.replace(/[^\w.-]/g, "_");
        return await reply
          .header("content-type", "text/csv; charset=utf-8")
          .header("content-disposition", `attachment; filename="${name}"`)
          .send(text);
      } catch (error) {
        await answerError(host, error, reply);
        return reply;
      }
    });
}
