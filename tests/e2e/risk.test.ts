import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {
  AlertDetail,
  AlertListView,
  RiskEventView,
  RiskHeatView,
  RiskOverview,
} from "../../server/routers/views.ts";
import { deniedRiskClaims } from "../support/deniedRiskClaims.ts";
import { ask, refusal } from "./ask.ts";
import { DESK, openBrowser } from "./browser.ts";
import { pageReady } from "./pages.ts";
import { reads } from "./reads.ts";
import { withServer } from "./server.ts";
import { textOf } from "./textOf.ts";

const server = withServer();
let browser: BrowserContext;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  browser = await openBrowser(server.url, DESK, server.accounts.leader);
  page = await browser.newPage();
  page.on("pageerror", (e) => problems.push(e.message));
});
afterAll(() => browser?.close());

const headline = (): Promise<string> => textOf(page.locator("h1"));
const searchNow = (name: string): string | null => new URL(page.url()).searchParams.get(name);
const headlineIs = (text: string) =>
  page.waitForFunction((t) => document.querySelector("h1")?.textContent === t, text, { timeout: 60_000 });

describe("a leader watches risks", () => {
  let view: RiskOverview;

  it("comes from the inbox by the tab; 预警 stays the current page", async () => {
    await page.goto(`${server.url}/alerts`);
    await pageReady(page, "h1");
    await page.getByRole("navigation", { name: "预警分页" }).getByRole("link", { name: "风险监测" }).click();
    await page.waitForURL("**/risk");
    await pageReady(page, "#events h3");
    const current = page.getByRole("navigation", { name: "主导航" }).locator("[aria-current=page]");
    await reads(current).toBe("预警");
  });

  it("reads a headline that the cards bear out; what the past does not support is marked and not in it", async () => {
    view = await ask<RiskOverview>(browser, server.url, "risk.overview");
    await headlineIs(view.headline.text.zh);
    expect(deniedRiskClaims(view.headline, { overview: view })).toEqual([]);
    for (const card of view.events) {
      const shown = await textOf(
        page
          .locator("#events li")
          .filter({ has: page.getByText(card.title.zh) })
          .first(),
      );
      const { event } = card;
      expect(shown).toContain(event!.verdict.zh);
      expect(shown).toContain(event!.proven ? "记录支持" : "研究用");
      expect(shown).toContain(event!.state.on ? "正在发生" : "未发生");
      const p = event!.probability;
      expect(event!.withheld).toBe(!event!.proven);
      expect(shown).toContain(
        p ? `${p.value.toFixed(0)}%` : event!.state.on ? "已在发生" : "过去的记录不支持，不展示概率",
      );
      expect(p === null || event!.proven).toBe(true);
    }
  });

  it("opens a domain of the heat map to its members; the address keeps it", async () => {
    const { map } = await ask<RiskHeatView>(browser, server.url, "risk.heat");
    expect(deniedRiskClaims(map!.title, { map: map! })).toEqual([]);
    await reads(page.locator("#heat h2")).toBe(map!.title.text.zh);
    const prices = map!.domains.find((d) => d.id === "prices")!;
    await page.getByRole("button", { name: `展开${prices.title.zh}的成员指标` }).click();
    for (const m of prices.members)
      await page.locator("#heat tbody th").getByRole("link", { name: m.short.zh, exact: true }).waitFor();
    expect(searchNow("open")).toBe("prices");
    const words: Readonly<Record<number, string>> = { 1: "过冷", 2: "偏冷", 3: "正常", 4: "偏热", 5: "过热" };
    const cells = page.locator("#heat tbody tr").first().locator("td .sr-only");
    const lights = map!.domains[0]!.cells.filter((c) => c.light !== null).map((c) => words[c.light!]);
    const said = await cells.allTextContents();
    expect(said.filter((t) => Object.values(words).includes(t))).toEqual(lights);
  });

  it("opens an event: its signals, its models, months like today, each as the server says", async () => {
    const card = view.events.find((e) => e.event?.probability)!;
    await page.locator("#events h3").getByRole("link", { name: card.title.zh }).click();
    await page.waitForURL(`**/risk?event=${card.id}`);
    const event = await ask<RiskEventView>(browser, server.url, "risk.event", { id: card.id });
    await headlineIs(event.headline.text.zh);
    for (const said of [event.headline, event.candidatesTitle, event.modelsTitle, event.episodesTitle])
      expect(deniedRiskClaims(said, { event })).toEqual([]);
    await expect.poll(() => page.locator("#candidates tbody tr").count()).toBe(event.candidates.length);
    await expect
      .poll(() => page.locator("#candidates [role=img]").count())
      .toBe(event.candidates.filter((c) => c.distanceInSd !== null).length);
    await expect.poll(() => page.locator("#models section tbody tr").count()).toBe(event.models.length + 1);
    await expect.poll(() => page.locator("#episodes tbody tr").count()).toBe(event.episodes.length);
    await reads(page.locator("#contributions tfoot")).toContain(event.joined.value.at(-1)!.toFixed(1));
    await page.locator("#probability").getByRole("button", { name: "看表格" }).click();
    await reads(page.locator("#probability tbody tr").first()).toContain(
      `${event.joined.value.at(-1)!.toFixed(0)}%`,
    );
  });

  it("learns what a measure means in a plain sentence", async () => {
    await page.locator("#candidates").getByRole("button", { name: "口径与算法" }).click();
    await reads(page.locator("#candidates dl")).toContain("1 为全对，0.5 等于猜");
    await page.keyboard.press("Escape");
  });

  it("looks back to June 2019: nothing later is known, and the sentence is of that day", async () => {
    // Asked for first: nobody has looked at this day yet, and a busy machine may compute longer than a page is waited for.
    const then = await ask<RiskOverview>(browser, server.url, "risk.overview", { asOf: "2019-06-30" });
    await page.goto(`${server.url}/risk?asof=2019-06-30`);
    await page.getByText("正在回看 2019年6月30日").waitFor();
    await pageReady(page, "#events h3");
    await headlineIs(then.headline.text.zh);
    expect(then.composite!.months.at(-1)! <= "2019-06").toBe(true);
    expect(deniedRiskClaims(then.headline, { overview: then })).toEqual([]);
    for (const { event } of then.events) expect(event!.reference.vintage! <= "2019-06-30").toBe(true);
  });

  it("is told plainly where a day knew too little, and that an event does not exist", async () => {
    await page.goto(`${server.url}/risk?asof=2003-01-15`);
    await pageReady(page, "#events li");
    await expect.poll(headline).toContain("所知太少");
    await page.goto(`${server.url}/risk?event=no-such-thing`);
    await page.getByRole("heading", { name: "没有这类事件" }).waitFor();
    expect((await refusal(browser, server.url, "risk.event", { id: "no-such-thing" })).status).toBe(404);
  });

  it("finds the model's evidence on an alert that speaks from it, and the way from there", async () => {
    const { items } = await ask<AlertListView>(browser, server.url, "alerts.list", {
      kinds: ["probability"],
      states: ["open", "acknowledged", "in-work", "closed"],
    });
    const fired = items.find((a) => a.rule === "event-probability");
    expect(fired).toBeDefined();
    const alert = await ask<AlertDetail>(browser, server.url, "alerts.get", { id: fired!.id });
    const event = await ask<RiskEventView>(browser, server.url, "risk.event", {
      id: alert.model!.event,
      asOf: alert.model!.asOf,
    });
    await page.goto(`${server.url}/alerts?id=${alert.id}`);
    const model = page.locator("section[aria-labelledby=alert-model]");
    await model.getByText(event.verdict.zh).waitFor();
    await reads(model).toContain(event.candidatesTitle.text.zh);
    await reads(model).toContain(event.episodesTitle.text.zh);
    await model.getByRole("link", { name: "打开风险监测" }).click();
    await page.waitForURL((url) => url.pathname === "/risk" && url.searchParams.get("event") === event.id);
    await headlineIs(event.headline.text.zh);
    expect(problems).toEqual([]);
  });
});

describe("an analyst", () => {
  it("reads also the probabilities that no record supports, marked as research", async () => {
    const analyst = await openBrowser(server.url, DESK, server.accounts.analyst);
    const { events } = await ask<RiskOverview>(analyst, server.url, "risk.overview");
    const research = events.find((e) => e.event?.probability && !e.event.proven)!;
    const led = await ask<RiskEventView>(browser, server.url, "risk.event", { id: research.id });
    expect([led.withheld, led.probability, led.models]).toEqual([true, null, []]);
    const other = await analyst.newPage();
    await other.goto(`${server.url}/risk?event=${research.id}`);
    await pageReady(other, "#probability");
    await reads(other.locator("h1")).toContain(`${research.event!.probability!.value.toFixed(0)}%`);
    await reads(other.locator("main")).toContain("研究用");
    await analyst.close();
  });
});

describe("without signing in", () => {
  it("nothing of it is told", async () => {
    const stranger = await openBrowser(server.url, DESK);
    for (const what of ["risk.overview", "risk.heat", "risk.event"])
      expect(
        (await refusal(stranger, server.url, what, what === "risk.event" ? { id: "export-slump" } : {}))
          .status,
      ).toBe(401);
    await stranger.close();
  });
});
