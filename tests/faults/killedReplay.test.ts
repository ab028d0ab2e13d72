import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBase } from "../../db/open.ts";
import type { AlertRecord, Base } from "../../db/stores/contract.ts";
import { AGENCIES, heads, INDICATORS, REGIONS } from "../../models/indicators/registry.ts";
import { WARNING_RULES } from "../../models/warning/registry.ts";
import type { Knowledge } from "../../models/warning/snapshot.ts";
import { REPLAY_FROM, replayDays, replayHistory } from "../../server/jobs/replayHistory.ts";
import { seedKnowledge } from "../contracts/seedKnowledge.ts";

/** More than a year of words lies between the kill and the end: what is read back must not hang on the end. */
const TO = "2016-12-31";
const DAYS = replayDays(REPLAY_FROM, TO);
const KILLED = new Error("the process is gone");

let knowledge: Knowledge;
const folders: string[] = [];
beforeAll(() => {
  knowledge = seedKnowledge(TO);
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "guanlan-replay-"));
  folders.push(folder);
  return folder;
}

/** Opened for one piece of work and closed after it, as a process does: a start reads what the one before left. */
async function inProcess<T>(dataDir: string, work: (base: Base) => Promise<T>): Promise<T> {
  const { base } = await openBase({
    dataDir,
    heads,
    catalogue: { indicators: INDICATORS, regions: REGIONS, agencies: AGENCIES },
    now: () => new Date("2026-06-30T08:00:00Z"),
  });
  try {
    return await work(base);
  } finally {
    await base.close();
  }
}

const replay = (base: Pick<Base, "alerts" | "signals">): ReturnType<typeof replayHistory> =>
  replayHistory({
    base,
    knowledge: async () => knowledge,
    rules: WARNING_RULES,
    to: TO,
    at: "2026-06-30T08:00:00.000Z",
  });

/** A base that is gone in the middle of the n-th day: before its alerts move, or before its words are kept. */
function goneOn(base: Base, nth: number, moment: "before alerts" | "before signals"): Base {
  let [applied, saved] = [0, 0];
  return {
    ...base,
    alerts: {
      ...base.alerts,
      apply: (changes) =>
        moment === "before alerts" && ++applied >= nth ? Promise.reject(KILLED) : base.alerts.apply(changes),
    },
    signals: {
      ...base.signals,
      save: (signals) =>
        moment === "before signals" && ++saved >= nth ? Promise.reject(KILLED) : base.signals.save(signals),
    },
  };
}

/** Alerts with what happened to them, without the numbers the base gave. */
async function story(base: Base): Promise<unknown[]> {
  const { items } = await base.alerts.list({ limit: 100_000, offset: 0 });
  const about = (a: AlertRecord): string =>
    `${a.openedAsOf} ${a.rule} ${a.subject.indicator} ${a.direction} ${a.id}`;
  const told = await Promise.all(
    items.map(async (a) => {
      const { id: _, ...alert } = a;
      const { events } = (await base.alerts.get(a.id))!;
      return { about: about(a), alert, events: events.map((e) => `${e.asOf} ${e.kind} ${e.text}`) };
    }),
  );
  return told.sort((a, b) => a.about.localeCompare(b.about)).map(({ alert, events }) => ({ alert, events }));
}

/** What a replay left: alerts with their story, and how often rules spoke. */
const left = async (base: Base) => ({
  alerts: await story(base),
  signals: (await base.signals.list({})).length,
});

describe("a replay that is killed and started again", () => {
  let whole: Awaited<ReturnType<typeof left>>;

  let moved: Awaited<ReturnType<typeof replay>>;

  beforeAll(() =>
    inProcess(newFolder(), async (base) => {
      moved = await replay(base);
      whole = await left(base);
    }),
  );

  it("has a past to keep: alerts that opened and closed, and no rule that failed", () => {
    expect(moved).toMatchObject({ days: DAYS.length, failures: [] });
    expect(moved.opened).toBeGreaterThan(15);
    expect(moved.closed).toBeGreaterThan(5);
  });

  it.each([
    [3, "before alerts"],
    [16, "before alerts"],
    [31, "before signals"],
    [47, "before signals"],
  ] as const)(
    "in the middle of month %i, %s: the past is as if nothing had happened",
    async (nth, moment) => {
      const folder = newFolder();
      await inProcess(folder, (base) => expect(replay(goneOn(base, nth, moment))).rejects.toBe(KILLED));
      await inProcess(folder, async (base) => {
        const { days } = await replay(base);
        expect(days).toBe(DAYS.length - (nth - 1));
        expect(await left(base)).toEqual(whole);
      });
    },
  );
});
