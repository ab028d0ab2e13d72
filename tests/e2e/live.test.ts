import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {
  CockpitView,
  LiveEvent,
  NowcastView,
  SeriesView,
  SourcesView,
} from "../../server/routers/views.ts";
import { ask } from "./ask.ts";
import { DESK, openBrowser } from "./browser.ts";
import { pageReady } from "./pages.ts";
import { reads } from "./reads.ts";
import { withServer } from "./server.ts";
import { textOf } from "./textOf.ts";

const server = withServer();
let stewards: BrowserContext;
let leaders: BrowserContext;
let desk: Page;
let wall: Page;

beforeAll(async () => {
  stewards = await openBrowser(server.url, DESK, server.accounts.steward);
  leaders = await openBrowser(server.url, DESK, server.accounts.leader);
  desk = await stewards.newPage();
  wall = await leaders.newPage();
});
afterAll(async () => {
  await stewards?.close();
  await leaders?.close();
});

declare global {
  interface Window {
    /** What the page was pushed, and proof that it is still the same page. */
    heard?: LiveEvent[];
  }
}

const cockpit = (): Promise<CockpitView> => ask<CockpitView>(leaders, server.url, "cockpit.summary");
const DOCUMENT = "居民消费价格-修订.csv";
/** Loads of the document handed in; what is derived from it afterwards has loads of its own. */
async function loadsOfIt(): Promise<SourcesView["loads"]> {
  const { loads } = await ask<SourcesView>(stewards, server.url, "sources.overview");
  return loads.filter((l) => l.document === DOCUMENT);
}
const vintages = async (): Promise<number> =>
  (await ask<SeriesView>(leaders, server.url, "series.view", { indicator: "cpi.yoy" })).meta.vintages;
const cpiCard = () => wall.locator('#main-indicators a[href*="/cpi.yoy"]');

/** A revision of the newest consumer price figure by two tenths, and a row that nobody can read. */
async function revision(): Promise<{ document: string; value: number }> {
  const card = (await cockpit()).kpis.find((k) => k.indicator === "cpi.yoy")!;
  const { baseDate } = await cockpit();
  const value = Number((card.value! + 0.2).toFixed(1));
  const rows = [
    "indicator,region,period,value,status,vintage",
    `cpi.yoy,CHN,${card.period},${value},revised,${baseDate}`,
    `cpi.yoy,CHN,${card.period.slice(0, 4)}-03,12..4,revised,${baseDate}`,
  ];
  return { document: `${rows.join("\n")}\n`, value };
}

async function upload(name: string, document: string): Promise<void> {
  await desk
    .getByLabel("选择文件")
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(document) });
  await desk.getByRole("button", { name: "上传并入库" }).click();
}

describe("a steward hands in a document while the cockpit is on the wall", () => {
  let sent: { document: string; value: number };

  it("the receipt names the unreadable row: line, column, what was found, what was needed", async () => {
    await wall.goto(server.url);
    await pageReady(wall, "#lights tbody tr");
    await desk.goto(`${server.url}/sources`);
    await pageReady(desk, "#loads tbody tr");
    await desk.evaluate(() => {
      window.heard = [];
      new EventSource("/api/events").onmessage = (m) => window.heard?.push(JSON.parse(String(m.data)));
    });
    await wall.evaluate(() => {
      window.heard = [];
    });
    sent = await revision();
    await upload(DOCUMENT, sent.document);
    const receipt = desk.getByRole("dialog");
    await receipt.waitFor();
    const refused = receipt.locator("tbody tr");
    await refused.first().waitFor();
    await expect.poll(() => refused.count()).toBe(1);
    const [line, column, found, needed] = await refused.locator("th, td").allTextContents();
    expect({ line, column, found }).toEqual({ line: "3", column: "value", found: "12..4" });
    expect(needed).toContain("1234.5");
    await reads(receipt).toMatch(/接受\s*1/);
    expect(await loadsOfIt()).toMatchObject([
      { state: "committed", read: 2, accepted: 1, rejected: 1, startedBy: "steward" },
    ]);
  });

  it("its progress was pushed to the page, from reading to committed", async () => {
    await desk.waitForFunction(() => window.heard?.some((e) => e.kind === "load" && e.phase === "committed"));
    const phases = await desk.evaluate(
      (document) =>
        (window.heard ?? []).flatMap((e) => (e.kind === "load" && e.document === document ? [e.phase] : [])),
      DOCUMENT,
    );
    const order = ["reading", "checking", "appending", "committed"];
    expect(new Set(phases)).toEqual(new Set(order));
    expect(phases).toEqual([...phases].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  });

  it("the cockpit shows the new figure by itself, without a reload", async () => {
    await cpiCard().getByText(sent.value.toFixed(1).replace("-", "−"), { exact: false }).first().waitFor();
    expect(await wall.evaluate(() => Array.isArray(window.heard))).toBe(true);
    const now = (await cockpit()).kpis.find((k) => k.indicator === "cpi.yoy")!;
    expect(now).toMatchObject({ value: sent.value, status: "revised" });
    await wall
      .getByText(`数据版本 ${(await cockpit()).dataVersion}`)
      .first()
      .waitFor();
  });

  it("the same document again adds nothing: the receipt it has already is shown again", async () => {
    const before = { loads: await loadsOfIt(), vintages: await vintages() };
    await desk.keyboard.press("Escape");
    await desk.getByRole("dialog").waitFor({ state: "hidden" });
    await upload(DOCUMENT, sent.document);
    await desk.getByRole("dialog", { name: `装载回执 ${before.loads[0]!.id}` }).waitFor();
    expect({ loads: await loadsOfIt(), vintages: await vintages() }).toEqual(before);
  });
});

describe("a figure that growth is told from is handed in while the forecast page is open", () => {
  const MEMBER = "iva.yoy";
  const nowcast = (): Promise<NowcastView> => ask<NowcastView>(stewards, server.url, "nowcast.view");
  const told = ({ headline, shown }: NowcastView): string[] => [
    headline.text.zh,
    shown!.steps.at(-1)!.title.text.zh,
  ];
  const onPage = (): Promise<string[]> =>
    Promise.all([textOf(desk.locator("h1")), textOf(desk.locator("#news h2"))]);

  it("the page tells the new nowcast and what moved it, without a reload", async () => {
    await desk.goto(`${server.url}/forecast`);
    await pageReady(desk, "#news h2");
    await desk.evaluate(() => {
      window.heard = [];
    });
    const before = await nowcast();
    await expect.poll(onPage).toEqual(told(before));

    const { periods, values } = await ask<SeriesView>(stewards, server.url, "series.view", {
      indicator: MEMBER,
    });
    const last = values.findLastIndex((v) => v !== null);
    const row = [MEMBER, "CHN", periods[last], (values[last]! - 1.5).toFixed(1), "revised", before.asOf];
    const answer = await stewards.request.post(`${server.url}/api/ingest/industry.csv`, {
      headers: { "content-type": "application/octet-stream", origin: server.url },
      data: Buffer.from(`indicator,region,period,value,status,vintage\n${row.join(",")}\n`),
    });
    expect(await answer.json()).toMatchObject({ accepted: 1 });

    let after = before;
    while (after.shown!.density.mean === before.shown!.density.mean) {
      await desk.waitForTimeout(1000);
      after = await nowcast();
    }
    expect(after.shown!.density.mean).toBeLessThan(before.shown!.density.mean);
    expect(told(after)).not.toEqual(told(before));
    for (const [selector, text] of [
      ["h1", told(after)[0]!],
      ["#news h2", told(after)[1]!],
    ] as const)
      await desk.locator(selector).filter({ hasText: text }).waitFor();
    expect(await desk.evaluate(() => Array.isArray(window.heard))).toBe(true);
  });
});
