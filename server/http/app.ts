import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import fastifyStatic from "@fastify/static";
import type { TRPCError } from "@trpc/server";
import { fastifyTRPCPlugin } from "@trpc/server/adapters/fastify";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import { createContext } from "../context.ts";
import { appRouter } from "../routers/app.ts";
import { registerAnswerCache } from "./answerCache.ts";
import { registerEvents } from "./eventsRoute.ts";
import { registerExport } from "./exportRoute.ts";
import { registerHealth } from "./healthRoute.ts";
import type { Host } from "./host.ts";
import { registerIngest } from "./ingestRoute.ts";
import { registerMadeExport } from "./madeExportRoute.ts";
import { refuseForeignWrites } from "./sameOrigin.ts";

/** Series travel in batches of procedures; a page's batch fits well below this. */
const MAX_PARAM = 8000;

/**
 * The one HTTP server: the built client, tRPC, live events, exports, ingest and health.
 * It listens before the base is open, so that a busy port is found at once and health can say what is being waited for.
 */
export async function buildApp(host: Host): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: host.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: host.trustProxy,
    routerOptions: { maxParamLength: MAX_PARAM },
    bodyLimit: 1_048_576,
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // Charts and layout set style attributes; no script is ever inline.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
  });
  // Before compression, so that what it keeps is compressed once and handed on as it is.
  registerAnswerCache(app, host);
  await app.register(compress, {
    global: true,
    threshold: 1024,
    encodings: ["br", "gzip"],
    brotliOptions: { params: { 1: 4 } },
  });
  await app.register(cookie);
  app.addHook("onRequest", refuseForeignWrites);
  app.addHook("onRequest", async (request, reply) => {
    const path = request.url.split("?")[0] ?? "";
    if (!path.startsWith("/api/") || path === "/api/health" || host.services) return;
    await reply
      .code(503)
      .header("retry-after", "2")
      .send({ status: "starting", reason: host.readiness.reason, progress: host.readiness.progress });
  });

  registerHealth(app, host);
  registerEvents(app, host);
  registerExport(app, host);
  registerMadeExport(app, host);
  registerIngest(app, host);
  await app.register(fastifyTRPCPlugin, {
    prefix: "/api/trpc",
    trpcOptions: {
      router: appRouter,
      createContext: ({ req, res }: { req: FastifyRequest; res: FastifyReply }) =>
        createContext({ services: host.services!, req, res }),
      onError: ({ error, path }: { error: TRPCError; path: string | undefined }) => {
        if (error.code === "INTERNAL_SERVER_ERROR")
          host.log.error({ err: error.cause ?? error, path }, "procedure failed");
      },
    },
  });
  await serveClient(app, host.clientDir);
  return app;
}

/** The built client; any path that is no file is a page of it. Hashed files are kept for a year. */
async function serveClient(app: FastifyInstance, root: string): Promise<void> {
  await app.register(fastifyStatic, {
    root,
    wildcard: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.includes("/assets/");
      reply.setHeader("cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  app.setNotFoundHandler(async (request, reply) => {
    if (request.method !== "GET" || request.url.startsWith("/api/")) {
      return reply
        .code(404)
        .send({ error: { code: "not-found", message: `no such address: ${request.url.split("?")[0]}` } });
    }
    return reply.header("cache-control", "no-cache").sendFile("index.html");
  });
}
