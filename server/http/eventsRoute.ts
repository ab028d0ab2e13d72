import type { FastifyInstance } from "fastify";
import { maySeeEvent } from "../access/maySeeEvent.ts";
import type { Host } from "./host.ts";
import { userFor } from "./signedIn.ts";

/** Proxies close silent connections after a minute or so. */
const HEARTBEAT_MS = 20_000;

/**
 * `GET /api/events`: load and model progress, new alerts and new data as server-sent events.
 * A browser that lost the line sends Last-Event-ID and is told what it missed.
 */
export function registerEvents(app: FastifyInstance, host: Host): void {
  app.get("/api/events", { compress: false }, async (request, reply) => {
    const user = await userFor(host, "http.events", request, reply);
    if (!user) return reply;
    reply.hijack();
    const out = reply.raw;
    out.writeHead(200, {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      connection: "keep-alive",
      "x-accel-buffering": "no",
    });
    out.write("retry: 3000\n\n");
    const last = Number(request.headers["last-event-id"]);
    const end = host.services!.events.subscribe(
      ({ id, event }) => {
        if (maySeeEvent(user, event)) out.write(`id: ${id}\ndata: ${JSON.stringify(event)}\n\n`);
      },
      Number.isFinite(last) && request.headers["last-event-id"] !== undefined ? last : undefined,
    );
    const beat = setInterval(() => out.write(": \n\n"), HEARTBEAT_MS);
    request.raw.on("close", () => {
      clearInterval(beat);
      end();
    });
    return reply;
  });
}
