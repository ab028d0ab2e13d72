import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLedger } from "../../db/ledger/openLedger.ts";
import { auditStore } from "../../db/stores/audit.ts";
import type { AlertDetail, AlertListView, CockpitView, Light } from "../../server/routers/views.ts";
import { deniedClaims } from "../support/deniedClaims.ts";
import { ask } from "./ask.ts";
import { DESK, openBrowser } from "./browser.ts";
import { pageReady } from "./pages.ts";
import { reads } from "./reads.ts";
import { withServer } from "./server.ts";
import { signInPage } from "./signInPage.ts";
import { textOf } from "./textOf.ts";

const server = withServer();
let browser: BrowserContext;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  browser = await openBrowser(server.url, DESK);
  page = await browser.newPage();
  page.on("pageerror", (e) => problems.push(e.message));
});
afterAll(() => browser?.close());

const LIGHT_WORDS: Readonly<Record<string, Light>> = { 过冷: 1, 偏冷: 2, 正常: 3, 偏热: 4, 过热: 5 };

/** This month's light of every member, as the words of the table on the page say it. */
async function lightsOnPage(): Promise<Map<string, Light | null>> {
  const rows = await page.locator("#lights tbody tr").all();
  const read = rows.map(async (row): Promise<[string, Light | null]> => {
    const href = await row.locator("th a").getAttribute("href");
    const word = await textOf(row.locator("td .sr-only").last());
    return [decodeURIComponent(href!.split(/[/?]/)[2]!), LIGHT_WORDS[word.split(/[\s(（]/)[0]!] ?? null];
  });
  return new Map(await Promise.all(read));
}

const headline = (): Promise<string> => textOf(page.locator("h1"));

describe("a leader", () => {
  it("signs in on the page that asks for it and stands in the cockpit", async () => {
    await page.goto(server.url);
    await page.waitForURL("**/login**");
    await signInPage(page, server.accounts.leader!);
    await page.waitForURL(`${server.url}/`);
    await pageReady(page, "#lights tbody tr");
    await expect.poll(headline).toMatch(/^经济运行处于(蓝|浅蓝|绿|黄|红)灯区/);
  });

  it("reads a headline that the lights on the page bear out", async () => {
    const view = await ask<CockpitView>(browser, server.url, "cockpit.summary", { preset: "nbs-10" });
    await expect.poll(headline).toBe(view.headline.text.zh);
    const shown = await lightsOnPage();
    expect([...shown.keys()]).toEqual(view.lights.map((r) => r.indicator));
    const asShown = view.lights.map((row) => ({
      ...row,
      cells: [{ ...row.cells.at(-1)!, light: shown.get(row.indicator) ?? null }],
    }));
    for (const sentence of [view.headline, view.indexTitle, view.lightsTitle]) {
      expect(deniedClaims(sentence, { index: view.index, lights: asShown })).toEqual([]);
    }
    await reads(page.locator("#lights h2")).toBe(view.lightsTitle.text.zh);
    await reads(page.locator("#warning-index h2")).toContain(view.index.value.toFixed(1));
  });

  let alert: AlertDetail;
  it("is one click from the first alert, its evidence beside it", async () => {
    const first = page.locator("#top-alerts ol a").first();
    const id = Number(new URL((await first.getAttribute("href"))!, server.url).searchParams.get("id"));
    alert = await ask<AlertDetail>(browser, server.url, "alerts.get", { id });
    await reads(first).toContain(alert.titleZh);
    await first.click();
    await page.locator("#alert-title").waitFor();
    await reads(page.locator("#alert-title")).toBe(alert.titleZh);
    const conditions = await page
      .locator("section[aria-labelledby=alert-why] tbody th > :first-child")
      .allTextContents();
    expect(conditions).toEqual(alert.evidence.map((e) => e.condition.zh));
    expect(conditions.length).toBeGreaterThan(0);
    await reads(page.locator("article")).toContain(alert.rationale.zh);
  });

  it("acknowledges it with the next click; it stays so after a reload, with name and time in the log", async () => {
    expect(alert.state).toBe("open");
    await page.locator("article").getByRole("button", { name: "确认", exact: true }).click();
    await page.locator("article").getByRole("button", { name: "开始处理" }).waitFor();
    await page.reload();
    await pageReady(page, "#alert-title");
    await reads(page.locator("article li[aria-current=step]")).toContain("确认");
    const entry = page.locator("section[aria-labelledby=alert-log] li").first();
    await reads(entry).toMatch(/^领导 \d{4}-\d\d-\d\d \d\d:\d\d 已确认/);
    const now = await ask<AlertDetail>(browser, server.url, "alerts.get", { id: alert.id });
    expect(now.state).toBe("acknowledged");
    expect(now.events.at(-1)).toMatchObject({ kind: "acknowledged", actor: "leader" });
  });

  it("goes back to the end of March 2020: strip, address, headline and figures are of that day, on every page", async () => {
    await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "驾驶舱" }).click();
    await pageReady(page, "#lights tbody tr");
    const today = await headline();
    await page.getByRole("button", { name: "回看当时" }).click();
    await page.getByRole("button", { name: "2020年3月末" }).click();
    await page.waitForURL("**/?asof=2020-03-31");
    await page.getByText("正在回看 2020年3月31日").waitFor();
    const then = await ask<CockpitView>(browser, server.url, "cockpit.summary", {
      asOf: "2020-03-31",
      preset: "nbs-10",
    });
    await page.waitForFunction(
      (text) => document.querySelector("h1")?.textContent === text,
      then.headline.text.zh,
    );
    expect(then.headline.text.zh).not.toBe(today);
    for (const figure of then.kpis) expect(figure.vintage! <= "2020-03-31").toBe(true);
    const cards = page.locator("#main-indicators");
    await reads(cards.locator('a[href*="/cpi.yoy"]')).toMatch(/2020年2月.*5\.2/);
    await reads(cards).not.toMatch(/202[1-9]年/);

    // The bell counts what waited on that day, and its panel lists no other.
    const { items, total } = await ask<AlertListView>(browser, server.url, "alerts.list", {
      asOf: "2020-03-31",
      states: ["open"],
      limit: 5,
    });
    expect(total).toBeGreaterThan(0);
    const bell = `2020-03-31 当日 ${total} 条预警待处理`;
    await page.getByRole("button", { name: bell }).click();
    await reads(page.getByRole("region", { name: bell })).toContain("截至 2020-03-31");
    await reads(page.getByRole("region", { name: bell }).locator("li").first()).toContain(items[0]!.titleZh);
    await page.keyboard.press("Escape");

    await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "预警" }).click();
    await page.waitForURL("**/alerts?asof=2020-03-31");
    await page.getByText("正在回看过去，只能查看，不能处置。").waitFor();
    await page.goBack();
    await page.getByRole("button", { name: "回到最新" }).click();
    await page.waitForURL(`${server.url}/`);
    await page.waitForFunction((text) => document.querySelector("h1")?.textContent === text, today);
    await expect.poll(() => page.getByText("正在回看").count()).toBe(0);
  });

  it("leaves a trace of every step in the audit", async () => {
    expect(problems).toEqual([]);
    await browser.close();
    await server.process.stop();
    const ledger = await openLedger({ dataDir: server.dataDir });
    try {
      const rows = await auditStore(ledger.db).list({ actor: "leader", limit: 50 });
      const seen = rows.map((r) => `${r.action} ${r.object}`);
      expect(seen).toContain("auth.signIn users leader");
      const move = rows.find((r) => r.action === "alerts.transition");
      expect(move?.object).toBe(`alerts ${alert.id}`);
      expect(JSON.parse(move!.detail)).toMatchObject({ id: alert.id, to: "acknowledged" });
      expect(JSON.stringify(rows)).not.toContain(server.accounts.leader!.password);
    } finally {
      await ledger.close();
    }
  });
});
