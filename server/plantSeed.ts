import type { Logger } from "pino";
import type { Base } from "../db/stores/contract.ts";
import type { EventBus } from "./events.ts";
import type { ProgressBar } from "./launch/progressBar.ts";
import type { Readiness } from "./readiness.ts";

/** What loads a scenario into an empty base through the real ingest; handed in by seed/, which may import the server. */
export type Seeder = (tools: {
  base: Base;
  events: EventBus;
  log: Logger;
  now: () => Date;
  onProgress: (label: string, done: number, total: number) => void;
}) => Promise<{ documents: number; observations: number }>;

const SEED = "seed";

/** An empty base, or one whose seeding was interrupted: documents already in are known by their hash and skipped. */
export async function seedWanted(base: Base): Promise<boolean> {
  const state = await base.settings.get(SEED);
  return state === "planting" || (state !== "planted" && (await base.observations.baseDate()) === null);
}

/** Fills a base that wants it, with its progress for whoever waits; marks that it began and that it ended. */
export async function plantSeed(
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
    `Seed: ${observations.toLocaleString("en")} observations from ${documents} documents in ${((Date.now() - began) / 1000).toFixed(1)} s`,
  );
}
