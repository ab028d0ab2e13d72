import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CycleView } from "../../server/routers/views.ts";
import { ask } from "./ask.ts";
import { DESK, openBrowser } from "./browser.ts";
import { pageReady } from "./pages.ts";
import { reads } from "./reads.ts";
import { withServer } from "./server.ts";

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

const viewOf = (input: object = {}): Promise<CycleView> =>
  ask<CycleView>(browser, server.url, "cycle.view", input);

describe("a leader asks which phase the economy is in", () => {
  it("comes from the cockpit by the navigation and reads the sentence the figures say", async () => {
    await page.goto(server.url);
    await pageReady(page, "h1");
    await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "景气" }).click();
    await page.waitForURL("**/cycle");
    await page.locator("#clock").waitFor();
    const view = await viewOf();
    await reads(page.locator("h1")).toBe(view.headline.text.zh);
    expect(view.headline.text.zh).toMatch(/扩张|放缓|收缩|复苏/);
    for (const [id, title] of [
      ["clock", view.titles.sectors],
      ["composites", view.titles.composites],
      ["warning-index", view.monitor!.indexTitle],
      ["lights", view.monitor!.lightsTitle],
      ["turns", view.titles.turns],
      ["diffusion", view.titles.diffusion],
      ["members", view.titles.members],
    ] as const)
      await reads(page.locator(`#${id} h2`)).toBe(title.text.zh);
  });

  it("sees the newest turn as unsettled, with how turns of its age fared", async () => {
    const last = (await viewOf()).turns.at(-1)!;
    const first = page.locator("#turns tbody tr").first();
    await reads(first).toContain("未定");
    await reads(first).toContain(`${Math.round(100 * last.odds!.share!)}% 成立（${last.odds!.n} 例）`);
    await expect.poll(() => page.locator("#turns tbody tr").count()).toBe((await viewOf()).turns.length);
  });

  it("changes the method in the address, and sentence, turns and unit follow", async () => {
    await page.getByRole("radio", { name: "同幅累积" }).click();
    await page.waitForURL("**/cycle?method=textbook");
    const view = await viewOf({ method: "textbook" });
    await page.waitForFunction(
      (text) => document.querySelector("h1")?.textContent === text,
      view.headline.text.zh,
    );
    // Both methods may come to the same sentence: the unit tells that the page has followed.
    await page.locator("#composites").getByText("首月 = 100").first().waitFor();
    await expect.poll(() => page.locator("#turns tbody tr").count()).toBe(view.turns.length);
    await page.goBack();
    await page.waitForURL("**/cycle");
  });

  it("turns the clock back by keyboard; a link to that month shows it again", async () => {
    const slider = page.getByRole("slider", { name: "钟上的月份" });
    const newest = await slider.getAttribute("aria-valuetext");
    await slider.focus();
    await page.keyboard.press("ArrowLeft");
    await page.waitForURL(/at=\d{4}-\d{2}/);
    const before = await slider.getAttribute("aria-valuetext");
    expect(before).not.toBe(newest);
    await reads(page.locator("#clock h2")).toBe(`周期钟：${before}`);
    await page.goto(`${server.url}/cycle?at=2020-02`);
    await page.locator("#clock h2").waitFor();
    await reads(page.locator("#clock h2")).toBe("周期钟：2020年2月");
    const label = await page.locator("#clock svg[role=img]").getAttribute("aria-label");
    expect(label).toMatch(/工业生产收缩.*消费收缩.*出口收缩/);
    await page.locator("#clock").getByRole("button", { name: "回到最新" }).click();
    await page.waitForURL(`${server.url}/cycle`);
  });

  it("plays only where the system does not ask for less motion, and stops in the month it is paused in", async () => {
    const play = page.getByRole("button", { name: "从 2016 年播放" });
    await expect.poll(() => play.count()).toBe(0);
    await page.emulateMedia({ reducedMotion: "no-preference" });
    await play.click();
    await page.waitForFunction(() =>
      /^周期钟：201[67]年/.test(document.querySelector("#clock h2")?.textContent ?? ""),
    );
    await page.getByRole("button", { name: "暂停" }).click();
    await page.waitForURL(/at=20\d\d-\d\d/);
    const month = await page.getByRole("slider", { name: "钟上的月份" }).getAttribute("aria-valuetext");
    await reads(page.locator("#clock h2")).toBe(`周期钟：${month}`);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.locator("#clock").getByRole("button", { name: "回到最新" }).click();
    await page.waitForURL(`${server.url}/cycle`);
  });

  it("reads the clock, the lines and the lights as tables too", async () => {
    const view = await viewOf();
    await page.locator("#clock").getByRole("button", { name: "看表格" }).click();
    await expect.poll(() => page.locator("#clock tbody tr").count()).toBe(13);
    await page.locator("#composites").getByRole("button", { name: "看表格" }).click();
    await expect.poll(() => page.locator("#composites tbody tr").count()).toBe(120);
    await expect.poll(() => page.locator("#lights tbody tr").count()).toBe(view.monitor!.lights.length);
    await expect.poll(() => page.locator("#lights thead th").count()).toBe(1 + 24 + 2);
  });

  it("finds who is in the composites, whom the test does not bear out, and the figure behind each", async () => {
    const row = page.locator("#members tbody tr", { hasText: "消费者信心" });
    await reads(row).toContain("更像滞后");
    await row.getByRole("link").click();
    await page.waitForURL("**/indicator/consumer-confidence.index");
    await page.goBack();
    await page.locator("#members").waitFor();
  });

  it("looks back to March 2020: another sentence, from nothing that came out later", async () => {
    const view = await viewOf({ asOf: "2020-03-31" });
    expect(view.months.at(-1)).toBe("2020-02");
    for (const v of view.provenance.vintages) expect(v.vintage! <= "2020-03-31").toBe(true);
    await page.goto(`${server.url}/cycle?asof=2020-03-31`);
    await page.waitForFunction(
      (text) => document.querySelector("h1")?.textContent === text,
      view.headline.text.zh,
    );
    expect(view.headline.text.zh).toContain("收缩");
  });

  it("reads the composites also of days on which the warning index had too few members, and that it had", async () => {
    const view = await viewOf({ asOf: "2013-05-31" });
    expect(view.monitor).toBeNull();
    await page.goto(`${server.url}/cycle?asof=2013-05-31`);
    await page.getByRole("heading", { name: "这一天还没有预警指数" }).waitFor();
    await reads(page.locator("h1")).toBe(view.headline.text.zh);
    await reads(page.locator("#composites h2")).toBe(view.titles.composites.text.zh);
  });

  it("is told why there is no cycle on a day that knows too little", async () => {
    await page.goto(`${server.url}/cycle?asof=2011-03-31`);
    await page.getByRole("heading", { name: "这一天还算不出景气周期" }).waitFor();
    expect(problems).toEqual([]);
  });
});

describe("on a phone", () => {
  it("the bar holds five places and the pages behind the last open from it", async () => {
    const phone = await openBrowser(
      server.url,
      { width: 390, height: 844, theme: "light", lang: "zh" },
      server.accounts.administrator,
    );
    const small = await phone.newPage();
    await small.goto(`${server.url}/cycle`);
    await pageReady(small, "#clock");
    const bar = small.getByRole("navigation", { name: "底部导航" });
    await expect
      .poll(() => bar.getByRole("link").allTextContents())
      .toEqual(["驾驶舱", "景气", "预测", "预警"]);
    await bar.getByRole("button", { name: "更多页面" }).click();
    await bar.getByRole("link", { name: "数据" }).click();
    await small.waitForURL("**/sources");
    await phone.close();
  });
});
