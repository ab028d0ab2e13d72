import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { TRANSFORMS } from "../../models/transforms/transform.ts";
import { seriesCsv } from "../views/series/seriesCsv.ts";
import { seriesView } from "../views/series/seriesView.ts";
import { vintagesCsv } from "../views/series/vintagesCsv.ts";
import type { Host } from "./host.ts";
import { answerError, userFor } from "./signedIn.ts";

const Query = z.object({
  indicator: z.string().min(1).max(120),
  region: z.string().max(12).optional(),
  transform: z.enum(TRANSFORMS).default("none"),
  start: z.string().max(20).optional(),
  end: z.string().max(20).optional(),
  asOf: z.string().max(10).optional(),
  lang: z.enum(["zh", "en"]).default("zh"),
  vintages: z.enum(["latest", "all"]).default("latest"),
});

/**
 * `GET /api/export/series.csv`: the figures behind a page with their passport, in UTF-8 with a byte-order mark so that
 * Excel reads the Chinese. `vintages=all` gives every publication of every period.
 */
export function registerExport(app: FastifyInstance, host: Host): void {
  app.get("/api/export/series.csv", async (request, reply) => {
    const user = await userFor(host, "http.export", request, reply);
    if (!user) return reply;
    const query = Query.safeParse(request.query);
    if (!query.success) {
      return reply
        .code(400)
        .send({ error: { code: "invalid-input", message: z.prettifyError(query.error) } });
    }
    try {
      const { vintages, lang, ...rest } = query.data;
      const s = host.services!;
      const text =
        vintages === "all"
          ? await vintagesCsv(s, user, rest, lang)
          : seriesCsv(await seriesView(s, user, rest), lang);
      const name = `${rest.indicator}${rest.region ? `-${rest.region}` : ""}${vintages === "all" ? "-vintages" : ""}.csv`;
      return await reply
        .header("content-type", "text/csv; charset=utf-8")
        .header("content-disposition", `attachment; filename="${name.replace(/[^\w.-]/g, "_")}"`)
        .send(text);
    } catch (error) {
      await answerError(host, error, reply);
      return reply;
    }
  });
}
