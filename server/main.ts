import { accessSync, constants, mkdirSync } from "node:fs";
import type { Logger } from "pino";
import { openBase } from "../db/open.ts";
import { AGENCIES, heads, INDICATORS, REGIONS } from "../models/indicators/registry.ts";
import { createFirstAccounts } from "./access/firstAccounts.ts";
import { type Config, readConfig } from "./config.ts";
import { openEdition } from "./edition.ts";
import { createEnding, type Ending } from "./ending.ts";
import { startLagMeter } from "./eventLoopLag.ts";
import { createEventBus } from "./events.ts";
import { greet } from "./greet.ts";
import { buildApp } from "./http/app.ts";
import type { Host } from "./http/host.ts";
import { createJobs } from "./jobs/createJobs.ts";
import { loadModelRegistry } from "./jobs/loadModelRegistry.ts";
import { createProgressBar, type ProgressBar } from "./launch/progressBar.ts";
import { launchSentence } from "./launchError.ts";
import { openLog } from "./logging.ts";
import { plantSeed, type Seeder, seedWanted } from "./plantSeed.ts";
import { createReadiness, type Readiness } from "./readiness.ts";
import { openSearch } from "./search/openSearch.ts";
import type { Services } from "./services.ts";
import { versions } from "./versions.ts";
import { createViewCache } from "./views/viewCache.ts";
import { watch } from "./watch.ts";

/** The whole process: open, migrate, recover, seed an empty base, refresh models, serve, and end cleanly. */
export async function run(seed: Seeder, options: { once: boolean }): Promise<void> {
  const ending = createEnding();
  let config: Config | null = null;
  try {
    config = readConfig(process.env, process.cwd());
    const { rest } = await serve(config, seed, ending);
    if (options.once) await rest;
    if (options.once) await ending.end(0);
  } catch (error) {
    // What Ctrl-C interrupts fails on its way down; that is no failure to report.
    if (ending.begun) return;
    const sentence = config ? launchSentence(error, config) : messageOf(error);
    process.stderr.write(`\n✗ ${sentence ?? (error instanceof Error ? error.stack : messageOf(error))}\n`);
    await ending.end(1);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Serves until ended. `rest` is what is still computed while pages are served; it does not reject. */
async function serve(config: Config, seed: Seeder, ending: Ending): Promise<{ rest: Promise<void> }> {
  mkdirSync(config.dataDir, { recursive: true });
  accessSync(config.dataDir, constants.W_OK);
  const { version, codeVersion } = versions();
  const log = openLog(config.dataDir, config.logLevel);
  const readiness = createReadiness();
  const live: { services: Services | null } = { services: null };
  const host: Host = {
    readiness,
    get services() {
      return live.services;
    },
    version,
    clientDir: config.clientDir,
    log,
    trustProxy: config.trustProxy,
  };
  // A busy port and a folder in use are found before any work is done.
  const app = await buildApp(host);
  const address = await app.listen({ host: config.host, port: config.port });
  ending.add(async () => log.flush());
  ending.add(() => app.close());

  const now = () => new Date();
  readiness.set({ zh: "正在打开数据库", en: "Opening the databases" });
  const { base, notices } = await openBase({
    dataDir: config.dataDir,
    databaseUrl: config.databaseUrl,
    clickhouseUrl: config.clickhouseUrl,
    clickhouseCluster: config.clickhouseCluster,
    heads,
    catalogue: { indicators: INDICATORS, regions: REGIONS, agencies: AGENCIES },
    now,
  });
  ending.add(() => base.close());
  for (const notice of notices) {
    log.warn({ notice }, "recovered");
    process.stdout.write(`  ! ${notice}\n`);
  }
  const accounts = await createFirstAccounts(base.users, config.dataDir);
  const bar = createProgressBar();
  const events = createEventBus({
    firstId: Date.now(),
    onError: (error) => log.error({ err: error }, "event listener failed"),
  });
  if (config.seed === "baseline" && (await seedWanted(base)))
    await plantSeed(seed, { base, events, log, now }, readiness, bar);

  const edition = await openEdition(base.observations, base.loads);
  const models = await loadModelRegistry(config.modelsDir);
  for (const failure of models.failures) process.stdout.write(`  ! ${failure.file}: ${failure.reason}\n`);
  const jobs = createJobs({
    base,
    events,
    models,
    edition,
    log,
    now,
    codeVersion,
    modelsDir: config.modelsDir,
  });
  ending.add(() => jobs.close());
  if (edition.baseDate !== null) await refreshModels(jobs, readiness, bar);
  await edition.refresh();

  live.services = {
    config,
    log,
    base,
    edition,
    events,
    jobs,
    analyses: jobs.analyses,
    models,
    search: openSearch(base),
    cache: createViewCache(),
    readiness,
    lag: startLagMeter(),
    now,
    codeVersion,
    version,
  };
  ending.add(watch(live.services, log));
  readiness.done();
  log.info({ address, version, codeVersion }, "ready");
  greet(address, config, edition, accounts);
  return { rest: edition.baseDate === null ? Promise.resolve() : catchUp(jobs, log) };
}

/** Records of the past, made while pages are served already. */
async function catchUp(jobs: Services["jobs"], log: Logger): Promise<void> {
  try {
    await jobs.catchUp();
  } catch (error) {
    log.error({ err: error }, "records of the past were not completed");
  }
}

async function refreshModels(jobs: Services["jobs"], readiness: Readiness, bar: ProgressBar): Promise<void> {
  const began = Date.now();
  const outcome = await jobs.firstRefresh({
    onProgress: ({ title, done, total }) => {
      readiness.set(title, total > 0 ? done / total : null);
      bar.update(title.en, done, total);
    },
  });
  if (outcome.forecasts + outcome.signals > 0) {
    bar.end(
      `Models: ${outcome.forecasts} forecasts, ${outcome.signals} signals, ${outcome.opened} alerts in ${seconds(began)} s`,
    );
  }
  for (const f of outcome.failures) process.stdout.write(`  ! ${f.part}: ${f.message}\n`);
}

const seconds = (began: number): string => ((Date.now() - began) / 1000).toFixed(1);
