import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GRADES } from "../../models/indicators/indicator.ts";
import { openPageBase, type PageBase } from "../support/pageBase.ts";

/** What a page said: what it showed as text, or the code and sentence it refused with. */
type Said = { shown: string } | { code: unknown; sentence: string };

let pages: PageBase;
beforeAll(async () => {
  pages = await openPageBase();
});
afterAll(() => pages?.close());

/** Every page asked of the newest day, by role. */
async function asked(): Promise<[page: string, said: Said][]> {
  const all: [string, Said][] = [];
  for (const role of ["leader", "analyst"] as const) {
    const caller = pages.as(role, GRADES);
    const ask: Record<string, () => Promise<unknown>> = {
      cockpit: () => caller.cockpit.summary({}),
      outlook: () => caller.cockpit.outlook({}),
      cycle: () => caller.cycle.view({}),
      growth: () => caller.nowcast.view({ target: "gdp.yoy" }),
      prices: () => caller.nowcast.view({ target: "cpi.yoy" }),
      record: () => caller.nowcast.record({ target: "ppi.yoy" }),
      fans: () => caller.forecast.fans({}),
      models: () => caller.forecast.models({ indicator: "pmi.manufacturing" }),
      list: () => caller.models.list({}),
      heat: () => caller.risk.heat({}),
      risk: () => caller.risk.overview({}),
      event: () => caller.risk.event({ id: "producer-deflation" }),
      seasonal: () => caller.seasonal.view({ indicator: "exports.usd" }),
      derived: () => caller.series.derived({ indicator: "gdp.ytd" }),
      indicator: () => caller.series.view({ indicator: "pmi.manufacturing" }),
      nothing: () => caller.series.view({ indicator: "gdp.yoy" }),
      alerts: () => caller.alerts.list({}),
      now: () => caller.jobs.now(),
    };
    if (role === "analyst") {
      ask.trial = () => caller.seasonal.trial({ indicator: "exports.usd", trial: {} });
      ask.runs = () => caller.jobs.list({});
      ask.model = () => caller.models.get({ id: "ets" });
    }
    for (const [page, go] of Object.entries(ask)) all.push([`${page} ${role}`, await told(go)]);
  }
  return all;
}

async function told(go: () => Promise<unknown>): Promise<Said> {
  try {
    return { shown: JSON.stringify(await go()) };
  } catch (error) {
    const { cause, message } = error as { cause?: { code?: unknown }; message: string };
    return { code: cause?.code, sentence: message };
  }
}

describe("a base that holds nothing", () => {
  it("is told by every page in one sentence; what runs is told without figures", async () => {
    const all = await asked();
    const others = all.filter(([page]) => !/^(now|runs) /.test(page));
    expect(all.length - others.length).toBe(3);
    expect(all.filter(([, said]) => "shown" in said).length).toBe(3);
    const sentence = { code: "empty-base", sentence: "the base holds no figures yet" };
    expect(others).toEqual(others.map(([page]) => [page, sentence]));
  });

  it("refuses every job in words and is left idle", async () => {
    const { jobs } = pages.services;
    const empty = { code: "not-found", message: "the base is empty: there is no day to compute for" };
    for (const job of [
      () => jobs.firstRefresh(),
      () => jobs.refreshAfterLoad({ indicators: ["cpi.yoy"] }),
      () => jobs.catchUp(),
      () => jobs.runModels({ model: "naive", indicator: null, actor: "modeler" }),
    ])
      await expect(job()).rejects.toMatchObject(empty);
    await jobs.idle();
    expect(jobs.underWay()).toEqual([]);
  });
});

describe("a base that holds one month of one survey", () => {
  it("has its jobs end, and every page shows it or says what is lacking", async () => {
    const month = {
      indicator: "pmi.manufacturing",
      region: "CHN",
      period: "2020-02",
      value: 35.7,
      status: "normal",
      reason: null,
      vintage: "2020-02-29",
      vintageBasis: "document",
    } as const;
    const receipt = await pages.load([month], "pmi.csv");
    expect(receipt).toMatchObject({ state: "committed", accepted: 1 });
    const { signals } = await pages.services.jobs.daily("2020-02-29");
    expect(signals).toBeGreaterThan(0);
    pages.services.edition.touch();
    const all = await asked();
    const broken = all.filter(
      ([, said]) => "shown" in said && /\b(NaN|Infinity|undefined)\b/.test(said.shown),
    );
    expect(broken).toEqual([]);
    const lacking = all.flatMap(([page, said]) => ("code" in said ? [{ page, ...said }] : []));
    expect(lacking.filter((l) => l.code !== "not-enough-data" || !/\w+ .*\w+/.test(l.sentence))).toEqual([]);
    const refused = lacking.map((l) => l.page.split(" ")[0]!);
    expect([...new Set(refused)].sort()).toEqual(["cockpit", "cycle", "event", "trial"]);
  });
});
