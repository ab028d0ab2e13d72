import { accessSync, constants, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import { openBase } from "../db/open.ts";
import type { Base } from "../db/stores/contract.ts";
import {
  AGENCIES,
  heads,
  INDICATORS,
  indicatorById,
  REGIONS,
  regionByCode,
} from "../models/indicators/registry.ts";
import { HEADLINE } from "../models/warning/headline.ts";
import { createFirstAccounts, type FirstAccount } from "./access/firstAccounts.ts";
import { type Config, readConfig } from "./config.ts";
import { type Edition, openEdition } from "./edition.ts";
import { createEnding, type Ending } from "./ending.ts";
import { startLagMeter } from "./eventLoopLag.ts";
import { createEventBus, type EventBus } from "./events.ts";
import { buildApp } from "./http/app.ts";
import type { Host } from "./http/host.ts";
import { createJobs } from "./jobs/createJobs.ts";
import { loadModelRegistry } from "./jobs/loadModelRegistry.ts";
import { createProgressBar, type ProgressBar } from "./launch/progressBar.ts";
import { launchSentence } from "./launchError.ts";
import { openLog } from "./logging.ts";
import { createReadiness, type Readiness } from "./readiness.ts";
import { createSearchIndex, type SearchIndex } from "./search/searchIndex.ts";
import type { Services } from "./services.ts";
import { COCKPIT_KPIS } from "./views/cockpit/kpis.ts";
import { createViewCache } from "./views/viewCache.ts";

/** What loads a scenario into an empty base through the real ingest; handed in by seed/, which may import the server. */
export type Seeder = (tools: {
  base: Base;
  events: EventBus;
  log: Logger;
  now: () => Date;
  onProgress: (label: string, done: number, total: number) => void;
}) => Promise<{ documents: number; observations: number }>;

const LAG_WINDOW_MS = 60_000;
const DAY_MS = 86_400_000;

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

const SEED = "seed";

/** An empty base, or one whose seeding was interrupted: documents already in are known by their hash and skipped. */
async function seedWanted(base: Base): Promise<boolean> {
  const state = await base.settings.get(SEED);
  return state === "planting" || (state !== "planted" && (await base.observations.baseDate()) === null);
}

async function plantSeed(
  seed: Seeder,
  tools: Omit<Parameters<Seeder>[0], "onProgress">,
  readiness: Readiness,
  bar: ProgressBar,
): Promise<void> {
  const words = { zh: "正在装入种子数据", en: "Loading the seed" };
  const began = Date.now();
  await tools.base.settings.set(SEED, "planting");
  const { documents, observations } = await seed({
    ...tools,
    onProgress: (label, done, total) => {
      readiness.set(words, total > 0 ? done / total : null);
      bar.update(label, done, total);
    },
  });
  await tools.base.settings.set(SEED, "planted");
  bar.end(
    `Seed: ${observations.toLocaleString("en")} observations from ${documents} documents in ${seconds(began)} s`,
  );
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

/** Search over every series there is; a catalogue entry without figures is found under the nation. */
function openSearch(base: Base): SearchIndex {
  const keys = base.directory.all().map((s) => s.key);
  const withFigures = new Set(keys.map((k) => k.indicator));
  const bare = INDICATORS.filter((i) => !withFigures.has(i.id)).map((i) => ({
    indicator: i.id,
    region: "CHN",
  }));
  const headline = new Set([...COCKPIT_KPIS, ...HEADLINE]);
  return createSearchIndex(
    [...keys, ...bare].flatMap(({ indicator, region }) => {
      const found = indicatorById(indicator);
      const place = regionByCode(region);
      return found && place
        ? [
            {
              indicator: found,
              region,
              regionZh: place.short.zh,
              regionEn: place.short.en,
              headline: headline.has(indicator),
            },
          ]
        : [];
    }),
  );
}

/** What runs beside requests: pages learn of new data, the day's overdue releases are looked for, lag is logged. */
function watch(s: Services, log: Logger): () => Promise<void> {
  const stop = s.events.subscribe(({ event }) => {
    // Steps of a run change no page; its end does.
    if ((event.kind === "run" && event.state !== "running") || event.kind === "alert") s.edition.touch();
  });
  const lag = setInterval(() => log.info({ eventLoopMs: s.lag.take() }, "event loop"), LAG_WINDOW_MS);
  const daily = setInterval(() => {
    if (s.edition.baseDate)
      s.jobs
        .daily(s.edition.baseDate)
        .catch((error: unknown) => log.error({ err: error }, "daily job failed"));
  }, DAY_MS);
  return async () => {
    clearInterval(lag);
    clearInterval(daily);
    s.lag.stop();
    stop();
  };
}

/** Version of the product and hash of the running source. */
function versions(): { version: string; codeVersion: string } {
  const read = (path: string): Record<string, string> =>
    JSON.parse(readFileSync(path, "utf8")) as Record<string, string>;
  const { version } = read(join(process.cwd(), "package.json"));
  const built = import.meta.filename.endsWith(".js");
  return {
    version: version!,
    codeVersion: built ? read(join(import.meta.dirname, "../version.json")).code! : "source",
  };
}

function greet(address: string, config: Config, edition: Edition, accounts: readonly FirstAccount[]): void {
  const lines = [
    "",
    `  观澜 Guanlan  →  ${address}`,
    `  数据截至 figures as of ${edition.baseDate ?? "(empty base)"} · data folder ${config.dataDir}`,
  ];
  if (accounts.length > 0) {
    lines.push("", "  First accounts (shown once; kept in first-accounts.txt in the data folder):");
    for (const a of accounts) lines.push(`    ${a.name.padEnd(10)} ${a.password.padEnd(26)} ${a.role}`);
  } else {
    lines.push(
      "  Sign in with your account; the first ones stand in first-accounts.txt in the data folder, if it was not deleted.",
    );
  }
  lines.push("  Ctrl-C ends it.", "");
  process.stdout.write(`${lines.join("\n")}\n`);
}
