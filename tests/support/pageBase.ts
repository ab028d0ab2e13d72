import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import pino from "pino";
import { openBase } from "../../db/open.ts";
import type { Base, LoadReceipt, Role, User } from "../../db/stores/contract.ts";
import type { Grade } from "../../models/indicators/indicator.ts";
import { AGENCIES, heads, INDICATORS, indicatorById, REGIONS } from "../../models/indicators/registry.ts";
import type { StoredObservation } from "../../models/series/observation.ts";
import { openEdition } from "../../server/edition.ts";
import { startLagMeter } from "../../server/eventLoopLag.ts";
import { createEventBus } from "../../server/events.ts";
import { buildApp } from "../../server/http/app.ts";
import { createJobs } from "../../server/jobs/createJobs.ts";
import { loadModelRegistry } from "../../server/jobs/loadModelRegistry.ts";
import { createReadiness } from "../../server/readiness.ts";
import { appRouter } from "../../server/routers/app.ts";
import { createSearchIndex } from "../../server/search/searchIndex.ts";
import type { Services } from "../../server/services.ts";
import { createCaller } from "../../server/trpc.ts";
import { createViewCache } from "../../server/views/viewCache.ts";
import { publishLines } from "./publishLines.ts";

const NO_MODELS = "/nonexistent";
const callerOf = createCaller(appRouter);

type Row = Omit<StoredObservation, "load" | "loadedAt">;

/** A base in a folder of its own with everything that pages are built from, in this process. */
export interface PageBase {
  services: Services;
  app: FastifyInstance;
  /** Procedures as somebody calls them who has signed in. */
  as(role: Role, grades: readonly Grade[]): ReturnType<typeof callerOf>;
  /** Published rows through the real ingest; the edition follows. */
  load(rows: readonly Row[], name: string): Promise<LoadReceipt>;
  close(): Promise<void>;
}

/** `over` stands between the base and everybody who uses it: for stores that fail. */
export async function openPageBase(over: (base: Base) => Base = (base) => base): Promise<PageBase> {
  const dataDir = mkdtempSync(join(tmpdir(), "guanlan-pages-"));
  const clientDir = join(dataDir, "client");
  mkdirSync(clientDir);
  const now = () => new Date();
  const opened = await openBase({
    dataDir,
    heads,
    catalogue: { indicators: INDICATORS, regions: REGIONS, agencies: AGENCIES },
    now,
  });
  const base = over(opened.base);
  const edition = await openEdition(base.observations, base.loads);
  const events = createEventBus();
  const log = pino({ level: "silent" });
  const models = await loadModelRegistry(NO_MODELS);
  const codeVersion = "test";
  const jobs = createJobs({ base, events, models, edition, log, now, codeVersion, modelsDir: NO_MODELS });
  const readiness = createReadiness();
  readiness.done();
  const services: Services = {
    config: {
      port: 0,
      host: "127.0.0.1",
      dataDir,
      seed: "none",
      modelsDir: NO_MODELS,
      clientDir,
      databaseUrl: null,
      clickhouseUrl: null,
      clickhouseCluster: null,
      trustProxy: false,
      logLevel: "silent",
    },
    log,
    base,
    edition,
    events,
    jobs,
    analyses: jobs.analyses,
    models,
    search: createSearchIndex([]),
    cache: createViewCache(),
    readiness,
    lag: startLagMeter(),
    now,
    codeVersion,
    version: "test",
  };
  const app = await buildApp({ readiness, services, version: "test", clientDir, log, trustProxy: false });
  return {
    services,
    app,
    as: (role, grades) => {
      const user: User = { id: 1, name: role, displayName: role, role, grades: [...grades] };
      return callerOf({ services, base, user, session: null, address: "127.0.0.1", newToken: null });
    },
    async load(rows, name) {
      const lines = rows.map((o) =>
        [
          o.indicator,
          o.region,
          o.period,
          o.value ?? "",
          o.status,
          o.reason ?? "",
          o.vintage,
          o.vintageBasis,
        ].join(","),
      );
      const of = { provides: INDICATORS.map((i) => i.id) };
      const receipt = await publishLines({ base, now, of }, lines, name);
      await edition.refresh();
      return receipt;
    },
    async close() {
      services.lag.stop();
      await app.close();
      await jobs.close();
      await opened.base.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** What `ask` answers while one indicator is of another grade. */
export async function whileOfGrade<T>(id: string, grade: Grade, ask: () => Promise<T>): Promise<T> {
  const indicator = indicatorById(id) as { grade: Grade };
  const before = indicator.grade;
  indicator.grade = grade;
  try {
    return await ask();
  } finally {
    indicator.grade = before;
  }
}
