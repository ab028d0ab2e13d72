import type { FastifyInstance } from "fastify";
import type { Host } from "./host.ts";

/** `GET /api/health`: 200 with what the base holds, or 503 with the reason while not ready. Open to anyone: no figure in it. */
export function registerHealth(app: FastifyInstance, host: Host): void {
  app.get("/api/health", async (_request, reply) => {
    const s = host.services;
    if (!s || !host.readiness.ready) {
      return reply.code(503).send({
        status: "starting",
        version: host.version,
        reason: host.readiness.reason,
        progress: host.readiness.progress,
      });
    }
    const [counts, alerts] = await Promise.all([
      s.base.observations.counts(),
      s.base.alerts.list({ limit: 0, offset: 0 }),
    ]);
    return reply.header("cache-control", "no-store").send({
      status: "ok",
      version: s.version,
      indicators: new Set(s.base.directory.all().map((e) => e.key.indicator)).size,
      series: counts.series,
      observations: counts.observations,
      vintages: counts.vintages,
      alerts: alerts.total,
      models: s.models.models.length,
      asOf: s.edition.baseDate,
      eventLoop: { ...s.lag.read(), since: s.lag.since },
    });
  });
}
