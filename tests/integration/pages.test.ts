import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GRADES } from "../../models/indicators/indicator.ts";
import { indicatorById } from "../../models/indicators/registry.ts";
import { ALERT_STATES } from "../../models/warning/alert.ts";
import { createFirstAccounts } from "../../server/access/firstAccounts.ts";
import { ABOVE_GRADE } from "../../server/views/catalogue.ts";
import { seedHistories } from "../contracts/seedKnowledge.ts";
import { openPageBase, type PageBase, whileOfGrade } from "../support/pageBase.ts";

/** A day of the past on which figures came, and how far the base comes afterwards: revisions and a turn nobody knew of. */
const THEN = "2015-01-20";
const LATER = "2016-12-31";
const BELOW = GRADES.filter((g) => g !== "important");
const ROWS = [...seedHistories().values()].flatMap((s) => s.history);

type Caller = ReturnType<PageBase["as"]>;
let pages: PageBase;

/** Every page that standing analyses, models and rules stand behind, as of the day; what it refuses as its sentence. */
async function shown(caller: Caller): Promise<Record<string, unknown>> {
  const asOf = THEN;
  const ask: Record<string, () => Promise<unknown>> = {
    cockpit: () => caller.cockpit.summary({ asOf }),
    outlook: () => caller.cockpit.outlook({ asOf }),
    cycle: () => caller.cycle.view({ asOf }),
    nowcast: () => caller.nowcast.view({ asOf, target: "ppi.yoy" }),
    fans: () => caller.forecast.fans({ asOf }),
    models: () => caller.forecast.models({ asOf, indicator: "ppi.yoy" }),
    list: () => caller.models.list({ asOf }).then(({ models, errors }) => ({ models, errors })),
    model: () => caller.models.get({ asOf, id: "naive" }),
    arimax: () => caller.models.get({ asOf, id: "arimax", indicator: "iva.yoy" }),
    heat: () => caller.risk.heat({ asOf }),
    risk: () => caller.risk.overview({ asOf }),
    event: () => caller.risk.event({ asOf, id: "producer-deflation" }),
    seasonal: () => caller.seasonal.view({ asOf, indicator: "exports.usd" }),
    derived: () => caller.series.derived({ asOf, indicator: "iva.yoy" }),
    total: () => caller.series.derived({ asOf, indicator: "gdp.ytd" }),
    indicator: () => caller.series.view({ asOf, indicator: "gdp.yoy" }),
    vintages: () => caller.series.vintages({ asOf, indicator: "gdp.yoy" }),
  };
  // What is kept of built pages does not know that a grade was moved in between.
  pages.services.edition.touch();
  const said: Record<string, unknown> = {};
  for (const [page, go] of Object.entries(ask)) said[page] = await go().catch(sentenceOf);
  const { items } = await caller.alerts.list({ asOf, states: [...ALERT_STATES] });
  said.alerts = items;
  for (const { id } of items) said[`alert ${id}`] = await caller.alerts.get({ id, asOf }).catch(sentenceOf);
  return said;
}

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** How far the base has come, which run made a result and when, and a record that grows while one looks: no part of what a day knew. */
const BESIDE = new Set([
  "baseDate",
  "lookingBack",
  "dataVersion",
  "run",
  "madeAt",
  "record",
  "quietRecord",
  "progress",
]);

/** Pages of a role without what hangs on the record of the nowcast: a leader is shown one only once its record is whole. */
function withoutRecord(
  pagesShown: Record<string, unknown>,
  role: "leader" | "analyst",
): Record<string, unknown> {
  const { outlook, nowcast, ...others } = pagesShown;
  const { phase, risk } = outlook as { phase: unknown; risk: unknown };
  return { ...others, phase, risk, ...(role === "analyst" && { nowcast }) };
}

/** A page without them; why nothing is shown is said otherwise of a day looked back to. */
function asKnown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asKnown);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !BESIDE.has(key) && key !== "why" && key !== "notice");
  return Object.fromEntries(kept.map(([key, part]) => [key, asKnown(part)]));
}

beforeAll(async () => {
  pages = await openPageBase();
  await pages.load(
    ROWS.filter((o) => o.vintage <= THEN),
    "then.csv",
  );
  const { jobs, edition } = pages.services;
  await jobs.runModels({ model: "naive", indicator: "ppi.yoy", actor: "modeler" });
  await jobs.daily(edition.baseDate!);
});
afterAll(() => pages?.close());

describe("a figure above the reader's grades", () => {
  /** One behind each result: which pages tell of it to who may read it. */
  const PROBES: Readonly<Record<string, readonly string[]>> = {
    "pmi.manufacturing": ["cycle", "heat", "event", "nowcast", "arimax", "fans"],
    "electricity.ytd-yoy": ["cockpit"],
    "imports.yoy": ["cycle", "event", "fans"],
    "exports.usd": ["seasonal"],
    "gdp.ytd": ["total"],
    "ppi.yoy": ["alerts", "model", "models", "heat"],
  };

  let all: Record<string, unknown>;
  beforeAll(async () => {
    all = await shown(pages.as("analyst", GRADES));
  });

  it.each(Object.keys(PROBES))(
    "%s is named on no page, and no page of it is without a sentence",
    async (id) => {
      const { name } = indicatorById(id)!;
      const marks = [`"${id}"`, name.zh, `"${name.en}"`];
      const tells = (page: unknown): string[] => marks.filter((m) => JSON.stringify(page).includes(m));
      const below = await whileOfGrade(id, "important", () => shown(pages.as("analyst", BELOW)));
      for (const page of PROBES[id]!) expect([page, tells(all[page]).length > 0]).toEqual([page, true]);
      const leaks = Object.entries(below).flatMap(([page, said]) => tells(said).map((m) => `${page}: ${m}`));
      // Asked for by its own name, it is refused by that name like one that does not exist.
      expect(leaks.filter((l) => l !== `total: "${id}"` && l !== `seasonal: "${id}"`)).toEqual([]);
      for (const said of Object.values(below)) expect(said).toBeTruthy();
    },
  );

  it("is behind a result that says so: the page stands, the cockpit keeps what is left", async () => {
    const below = await whileOfGrade("pmi.manufacturing", "important", () =>
      shown(pages.as("leader", BELOW)),
    );
    expect(below.nowcast).toMatchObject({ shown: null, record: null, why: ABOVE_GRADE });
    expect(below.heat).toMatchObject({ map: null, why: ABOVE_GRADE });
    expect(below.cycle).toBe(ABOVE_GRADE.en);
    expect(below.event).toBe(ABOVE_GRADE.en);
    expect(below.outlook).toMatchObject({ phase: null, risk: null });
    expect(below.cockpit).toMatchObject({ asOf: THEN });
  });
});

describe("hostile input over HTTP", () => {
  let cookie: string;
  const get = (path: string, input: unknown) =>
    pages.app.inject({
      method: "GET",
      url: `/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`,
      headers: { cookie },
    });

  beforeAll(async () => {
    const { base, config } = pages.services;
    const analyst = (await createFirstAccounts(base.users, config.dataDir)).find(
      (a) => a.role === "analyst",
    )!;
    const answer = await pages.app.inject({
      method: "POST",
      url: "/api/trpc/auth.signIn",
      headers: { "content-type": "application/json" },
      payload: JSON.stringify({ name: analyst.name, password: analyst.password }),
    });
    cookie = answer.cookies.map((c) => `${c.name}=${c.value}`).join("; ");
  });

  const NASTY = [
    "nope",
    "' OR 1=1 --",
    "__proto__",
    "constructor",
    "gdp.yoy/2019",
    "x\u0000y",
    "\ud800",
    "x".repeat(200),
    "",
    null,
    5,
    ["gdp.yoy"],
    {},
  ];
  const NUMBERS = [-1, 0, 0.5, 1e99, 2_147_483_648, 9_007_199_254_740_991, "1", null];
  const DAYS = [
    "0001-01-01",
    "2020-02-30",
    "2020-2-1",
    "' OR 1=1 --",
    "２０１９-12-31",
    "2019-12-31\n",
    "",
    null,
    20200131,
    ["2020-01-31"],
  ];

  it.each([
    ["cycle.view", "asOf", DAYS],
    ["cycle.view", "method", NASTY],
    ["cycle.view", "preset", NASTY],
    ["nowcast.view", "target", NASTY],
    ["nowcast.record", "target", NASTY],
    ["forecast.models", "indicator", NASTY],
    ["risk.event", "id", NASTY],
    ["seasonal.view", "indicator", NASTY],
    ["series.derived", "indicator", NASTY],
    ["series.view", "indicator", NASTY],
    ["cockpit.summary", "asOf", DAYS],
    ["cockpit.outlook", "asOf", DAYS],
    ["models.get", "id", NASTY],
    ["jobs.get", "run", NUMBERS],
    ["jobs.list", "before", NUMBERS],
    ["alerts.get", "id", NUMBERS],
    ["sources.load", "id", NUMBERS],
    [
      "seasonal.trial",
      "trial",
      [
        ...NASTY.slice(0, -1),
        { festival: { before: -1, during: 7, after: 7 } },
        { festival: { before: 1e9, during: 7, after: 7 } },
        { method: "x12" },
        { order: [9, 9, 9] },
      ],
    ],
  ])(
    "%s refuses %s in words, with a status of its own and nothing of the inside",
    async (path, field, values) => {
      for (const value of values) {
        const base = path === "seasonal.trial" ? { indicator: "exports.usd" } : {};
        const answer = await get(path, { ...base, [field]: value });
        const { error } = answer.json() as {
          error?: { message: string; data: { words: { zh: string; en: string } } };
        };
        expect([value, answer.statusCode]).toEqual([
          value,
          expect.toSatisfy((s) => [400, 404, 422].includes(s as number)),
        ]);
        expect(error!.message.length).toBeGreaterThan(10);
        expect(error!.data.words.zh).toMatch(/\p{Script=Han}/u);
        expect(answer.body).not.toMatch(/\.ts:|\.js:|stack|select |at Object/i);
      }
    },
  );

  it("text that no ledger holds finds no run", async () => {
    for (const field of ["kind", "model"]) {
      const answer = await get("jobs.list", { [field]: "x\u0000y" });
      expect([field, answer.statusCode, answer.json().result?.data.runs]).toEqual([field, 200, []]);
    }
  });

  it("a shared page that fails is answered as a failure, and asked anew the next time", async () => {
    const { cache } = pages.services;
    const input = { indicator: "cpi.yoy", asOf: THEN };
    const { get: kept } = cache;
    cache.get = () => Promise.reject(new Error("the store is away"));
    try {
      expect((await get("series.view", input)).statusCode).toBe(500);
    } finally {
      cache.get = kept;
    }
    const answer = await get("series.view", input);
    expect([answer.statusCode, answer.json().result.data.asOf]).toEqual([200, THEN]);
    expect((await get("series.view", { indicator: "nope" })).statusCode).toBe(404);
  });
});

describe("looking back", () => {
  it("a day shows what it showed when nothing later had come", async () => {
    expect(pages.services.edition.baseDate).toBe(THEN);
    const roles = ["leader", "analyst"] as const;
    const before = [];
    for (const role of roles) before.push(withoutRecord(await shown(pages.as(role, GRADES)), role));
    const { jobs, edition } = pages.services;
    await pages.load(
      ROWS.filter((o) => o.vintage > THEN && o.vintage <= LATER),
      "later.csv",
    );
    await jobs.runModels({ model: "naive", indicator: "ppi.yoy", actor: "modeler" });
    expect((await jobs.daily(edition.baseDate!)).signals).toBeGreaterThan(0);
    edition.touch();
    for (const [i, role] of roles.entries()) {
      const now = withoutRecord(await shown(pages.as(role, GRADES)), role);
      expect(Object.keys(now)).toEqual(Object.keys(before[i]!));
      for (const [page, said] of Object.entries(now))
        expect({ page, said: asKnown(said) }).toEqual({ page, said: asKnown(before[i]![page]) });
    }
  });
});
